namespace Lexicon.Local.CloudFront;

/// <summary>
/// A response headers policy (developer guide of CloudFront, "Understand response headers policies"): headers are removed
/// first, then added.
/// </summary>
internal sealed record ResponseHeadersPolicy
{
    /// <summary>Headers that are taken out of the origin's answer.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Security and custom headers.</summary>
    public IReadOnlyList<PolicyHeader> Added { get; init; } = [];

    /// <summary>The CORS part, if there is one.</summary>
    public CorsPolicy? Cors { get; init; }
}

/// <summary>One header of a response headers policy.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">The header's value.</param>
/// <param name="Override">Whether it replaces the origin's.</param>
internal sealed record PolicyHeader(string Name, string Value, bool Override);

/// <summary>The CORS part of a response headers policy.</summary>
internal sealed record CorsPolicy
{
    public required IReadOnlyList<string> Origins { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = [];

    public IReadOnlyList<string> Headers { get; init; } = [];

    public IReadOnlyList<string> ExposedHeaders { get; init; } = [];

    public bool Credentials { get; init; }

    public int? MaxAge { get; init; }

    /// <summary>Whether the origin's own CORS headers give way.</summary>
    public bool Override { get; init; }
}
