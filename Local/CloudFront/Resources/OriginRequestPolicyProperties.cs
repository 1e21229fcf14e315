using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed record OriginRequestPolicyProperties(OriginRequestPolicyProperties.Config OriginRequestPolicyConfig)
{
    /// <summary><c>OriginRequestPolicyConfig</c>.</summary>
    internal sealed record Config
    {
        public required HeadersConfig HeadersConfig { get; init; }

        public required CookiesConfig CookiesConfig { get; init; }

        public required QueryStringsConfig QueryStringsConfig { get; init; }

        [Ignored("policies are found by id")]
        public string? Name { get; init; }

        [Ignored("a comment changes nothing")]
        public string? Comment { get; init; }
    }

    /// <summary><c>HeadersConfig</c>.</summary>
    internal sealed record HeadersConfig(string HeaderBehavior, IReadOnlyList<string>? Headers = null);

    /// <summary><c>CookiesConfig</c>.</summary>
    internal sealed record CookiesConfig(string CookieBehavior, IReadOnlyList<string>? Cookies = null);

    /// <summary><c>QueryStringsConfig</c>.</summary>
    internal sealed record QueryStringsConfig(string QueryStringBehavior, IReadOnlyList<string>? QueryStrings = null);
}
