namespace Lexicon.Local.CloudFront.Policies;

/// <summary>
/// A cache policy (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html): TTLs
/// and the cache key.
/// </summary>
internal sealed record CachePolicy
{
    public TimeSpan MinTtl { get; init; } = TimeSpan.Zero;

    public TimeSpan DefaultTtl { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan MaxTtl { get; init; } = TimeSpan.FromDays(365);

    public Selection Headers { get; init; } = Selection.None;

    public Selection Cookies { get; init; } = Selection.None;

    public Selection QueryStrings { get; init; } = Selection.None;

    public bool Gzip { get; init; }

    public bool Brotli { get; init; }

    /// <summary>Whether anything is cached at all: a maximum TTL of zero turns the cache off, and compression with it.</summary>
    public bool Caches => MaxTtl > TimeSpan.Zero;
}
