using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed class OriginRequestPolicyType(CloudFrontPolicies policies)
    : ResourceType<OriginRequestPolicyProperties>("AWS::CloudFront::OriginRequestPolicy", "what the edge forwards to an origin")
{
    protected override ProvisionedResource Provision(TemplateResource resource, OriginRequestPolicyProperties properties)
    {
        var config = properties.OriginRequestPolicyConfig;
        var (behavior, names) = (config.HeadersConfig.HeaderBehavior, config.HeadersConfig.Headers ?? []);
        PolicyReader.CheckHeaders(resource, behavior == "allExcept" ? [] : names);
        var id = PolicyReader.IdFor(resource);
        policies.Add(id, new OriginRequestPolicy
        {
            Headers = PolicyReader.Select(resource, "HeadersConfig", behavior, names),
            CloudFrontHeaders = behavior == "allExcept" ? [] : [.. names.Where(ViewerHeaders.IsDerived)],
            Cookies = PolicyReader.Select(
                resource, "CookiesConfig", config.CookiesConfig.CookieBehavior, config.CookiesConfig.Cookies),
            QueryStrings = PolicyReader.Select(
                resource, "QueryStringsConfig", config.QueryStringsConfig.QueryStringBehavior, config.QueryStringsConfig.QueryStrings),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
