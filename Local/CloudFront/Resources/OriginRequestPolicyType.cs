using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed record OriginRequestPolicyProperties(OriginRequestPolicyConfig OriginRequestPolicyConfig);

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

/// <summary><c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed class OriginRequestPolicyType(PolicyCatalogue catalogue)
    : ResourceType<OriginRequestPolicyProperties>("AWS::CloudFront::OriginRequestPolicy", "what the edge forwards to an origin")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, OriginRequestPolicyProperties properties)
    {
        var config = properties.OriginRequestPolicyConfig;
        var (behavior, names) = (config.HeadersConfig.HeaderBehavior, config.HeadersConfig.Headers ?? []);
        PolicyHeaders.Check(resource, behavior == "allExcept" ? [] : names);
        var id = PolicyHeaders.IdOf(resource);
        catalogue.Add(id, new OriginRequestPolicy
        {
            Headers = SelectionReader.Read(resource, "HeadersConfig", behavior, names),
            CloudFrontHeaders = behavior == "allExcept" ? [] : [.. names.Where(ViewerHeaders.IsDerived)],
            Cookies = SelectionReader.Read(
                resource, "CookiesConfig", config.CookiesConfig.CookieBehavior, config.CookiesConfig.Cookies),
            QueryStrings = SelectionReader.Read(
                resource, "QueryStringsConfig", config.QueryStringsConfig.QueryStringBehavior, config.QueryStringsConfig.QueryStrings),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
