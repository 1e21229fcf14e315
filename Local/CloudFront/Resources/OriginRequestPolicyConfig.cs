using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>OriginRequestPolicyConfig</c>.</summary>
internal sealed record OriginRequestPolicyConfig
{
    public required HeadersConfig HeadersConfig { get; init; }

    public required CookiesConfig CookiesConfig { get; init; }

    public required QueryStringsConfig QueryStringsConfig { get; init; }

    [Ignored("policies are found by id")]
    public string? Name { get; init; }

    [Ignored("says nothing to a machine")]
    public string? Comment { get; init; }
}
