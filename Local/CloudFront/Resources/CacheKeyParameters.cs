namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>ParametersInCacheKeyAndForwardedToOrigin</c>.</summary>
internal sealed record CacheKeyParameters
{
    public required HeadersConfig HeadersConfig { get; init; }

    public required CookiesConfig CookiesConfig { get; init; }

    public required QueryStringsConfig QueryStringsConfig { get; init; }

    public required bool EnableAcceptEncodingGzip { get; init; }

    public bool EnableAcceptEncodingBrotli { get; init; }
}
