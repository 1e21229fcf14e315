using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront;

/// <summary>A cache behavior: what happens to the requests whose paths match.</summary>
internal sealed record CacheBehavior
{
    /// <summary>Null for the default behavior, which matches whatever no other does.</summary>
    public PathPattern? Pattern { get; init; }

    public required Origin Origin { get; init; }

    public required IReadOnlyList<string> AllowedMethods { get; init; }

    public required IReadOnlyList<string> CachedMethods { get; init; }

    public required CachePolicy Cache { get; init; }

    public required OriginRequestPolicy OriginRequest { get; init; }

    public ResponseHeadersPolicy? ResponseHeaders { get; init; }

    /// <summary>Whether CloudFront compresses what the origin did not.</summary>
    public bool Compress { get; init; }
}
