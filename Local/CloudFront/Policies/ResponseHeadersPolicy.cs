namespace Lexicon.Local.CloudFront.Policies;

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
