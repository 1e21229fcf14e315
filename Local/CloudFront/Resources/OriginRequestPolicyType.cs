using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Edge;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed class OriginRequestPolicyType(CloudFrontPolicies catalog)
    : ResourceType<OriginRequestPolicyProperties>("AWS::CloudFront::OriginRequestPolicy", "what the edge forwards to an origin")
{
    protected override ProvisionedResource Provision(TemplateResource resource, OriginRequestPolicyProperties properties)
    {
        var config = properties.OriginRequestPolicyConfig;
        var (behavior, names) = (config.HeadersConfig.HeaderBehavior, config.HeadersConfig.Headers ?? []);
        PolicyHeaders.Check(resource, behavior == "allExcept" ? [] : names);
        var id = PolicyHeaders.IdOf(resource);
        catalog.Add(id, new OriginRequestPolicy
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
