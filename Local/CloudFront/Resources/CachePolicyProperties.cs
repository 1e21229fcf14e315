using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::CachePolicy</c>.</summary>
internal sealed record CachePolicyProperties(CachePolicyProperties.Config CachePolicyConfig)
{
    /// <summary><c>CachePolicyConfig</c>.</summary>
    internal sealed record Config
    {
        public required double MinTTL { get; init; }

        public required double DefaultTTL { get; init; }

        public required double MaxTTL { get; init; }

        public required CacheKeyParameters ParametersInCacheKeyAndForwardedToOrigin { get; init; }

        [Ignored("policies are found by id")]
        public string? Name { get; init; }

        [Ignored("a comment changes nothing")]
        public string? Comment { get; init; }
    }

    /// <summary><c>ParametersInCacheKeyAndForwardedToOrigin</c>.</summary>
    internal sealed record CacheKeyParameters
    {
        public required HeadersConfig HeadersConfig { get; init; }

        public required CookiesConfig CookiesConfig { get; init; }

        public required QueryStringsConfig QueryStringsConfig { get; init; }

        public required bool EnableAcceptEncodingGzip { get; init; }

        public bool EnableAcceptEncodingBrotli { get; init; }
    }

    /// <summary><c>HeadersConfig</c>.</summary>
    internal sealed record HeadersConfig(string HeaderBehavior, IReadOnlyList<string>? Headers = null);

    /// <summary><c>CookiesConfig</c>.</summary>
    internal sealed record CookiesConfig(string CookieBehavior, IReadOnlyList<string>? Cookies = null);

    /// <summary><c>QueryStringsConfig</c>.</summary>
    internal sealed record QueryStringsConfig(string QueryStringBehavior, IReadOnlyList<string>? QueryStrings = null);
}
