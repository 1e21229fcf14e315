using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::CachePolicy</c>.</summary>
internal sealed class CachePolicyType(CloudFrontPolicies policies)
    : ResourceType<CachePolicyProperties>("AWS::CloudFront::CachePolicy", "how long and by which key the edge caches")
{
    protected override ProvisionedResource Provision(TemplateResource resource, CachePolicyProperties properties)
    {
        var config = properties.CachePolicyConfig;
        var key = config.ParametersInCacheKeyAndForwardedToOrigin;
        var headers = PolicyReader.Select(resource, "HeadersConfig", key.HeadersConfig.HeaderBehavior, key.HeadersConfig.Headers);
        PolicyReader.CheckHeaders(resource, headers.Names);
        var policy = new CachePolicy
        {
            MinTtl = TimeSpan.FromSeconds(config.MinTTL),
            DefaultTtl = TimeSpan.FromSeconds(config.DefaultTTL),
            MaxTtl = TimeSpan.FromSeconds(config.MaxTTL),
            Headers = headers,
            Cookies = PolicyReader.Select(
                resource, "CookiesConfig", key.CookiesConfig.CookieBehavior, key.CookiesConfig.Cookies),
            QueryStrings = PolicyReader.Select(
                resource, "QueryStringsConfig", key.QueryStringsConfig.QueryStringBehavior, key.QueryStringsConfig.QueryStrings),
            Gzip = key.EnableAcceptEncodingGzip,
            Brotli = key.EnableAcceptEncodingBrotli,
        };
        var id = PolicyReader.IdFor(resource);
        policies.Add(id, policy);
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
