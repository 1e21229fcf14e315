namespace Lexicon.Local.CloudFront.Policies;

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
