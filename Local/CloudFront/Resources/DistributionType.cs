using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;
using Lexicon.Local.Waf;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>
/// <c>AWS::CloudFront::Distribution</c>. The first one's domain name is the <c>Site</c> endpoint; those of others are
/// names below <c>localhost</c> on its port, which browsers resolve to loopback.
/// </summary>
internal sealed class DistributionType(
    Distributions distributions, OriginReader origins, Endpoints endpoints, IFirewall firewall, CloudFrontPolicies policies,
    EdgeFunctions functions, TimeProvider time)
    : ResourceType<DistributionProperties>("AWS::CloudFront::Distribution", "the site endpoint, with a cache in memory")
{
    protected override ProvisionedResource Provision(TemplateResource resource, DistributionProperties properties)
    {
        var config = properties.DistributionConfig;
        var id = $"E{resource.ShortId(13).ToUpperInvariant()}";
        var byId = config.Origins.ToDictionary(origin => origin.Id, origin => origins.Read(resource, origin, id));
        CacheBehavior Read(DistributionProperties.CacheBehavior behavior, string place) => ReadBehavior(resource, behavior, place, byId);
        var distribution = new Distribution
        {
            Id = id,
            Config = config,
            Deployed = time.GetUtcNow(),
            Enabled = config.Enabled,
            PriceClass = config.PriceClass switch
            {
                "PriceClass_100" => PriceClass.Narrow,
                "PriceClass_200" => PriceClass.Wide,
                "PriceClass_All" => PriceClass.All,
                var unknown => throw resource.Refuse("DistributionConfig.PriceClass", $"'{unknown}' is not known"),
            },
            Countries = ReadCountries(resource, config.Restrictions?.GeoRestriction),
            Aliases = config.Aliases,
            WebAcl = config.WebACLId is { Length: > 0 } acl
                ? firewall.Find(acl) ?? throw resource.Refuse("DistributionConfig.WebACLId", $"there is no web ACL {acl}")
                : null,
            DefaultRootObject = config.DefaultRootObject,
            Origins = [.. byId.Values],
            Behaviors =
            [
                .. config.CacheBehaviors.Select((behavior, i) => Read(behavior, $"DistributionConfig.CacheBehaviors[{i}]")),
                Read(config.DefaultCacheBehavior with { PathPattern = null }, "DistributionConfig.DefaultCacheBehavior"),
            ],
            ErrorResponses = config.CustomErrorResponses.ToDictionary(
                response => response.ErrorCode,
                response => new Distribution.CustomErrorResponse(
                    response.ResponsePagePath, response.ResponseCode, TimeSpan.FromSeconds(response.ErrorCachingMinTTL))),
        };
        distributions.Add(distribution);
        var domain = distributions.All.Count == 1 ? "localhost" : $"{id.ToLowerInvariant()}.localhost";
        return new(id)
        {
            Attributes = new Dictionary<string, string> { ["Id"] = id, ["DomainName"] = $"{domain}:{endpoints.Site.Port}" },
            Check = () => Distributions.CheckBuckets(distribution),
        };
    }

    private EdgeFunction? ReadFunction(
        TemplateResource resource, DistributionProperties.CacheBehavior properties, string place, string eventType)
    {
        var associated = properties.FunctionAssociations;
        var other = associated.FirstOrDefault(one => one.EventType is not (FunctionEvent.ViewerRequest or FunctionEvent.ViewerResponse));
        if (other is not null)
        {
            throw resource.Refuse($"{place}.FunctionAssociations", $"the event '{other.EventType}' is not known");
        }

        return associated.Where(one => one.EventType == eventType).ToList() switch
        {
            [] => null,
            [var one] => functions.Find(one.FunctionARN)
                ?? throw resource.Refuse($"{place}.FunctionAssociations", $"there is no function {one.FunctionARN}"),
            _ => throw resource.Refuse($"{place}.FunctionAssociations", $"the event '{eventType}' can have one function"),
        };
    }

    private static GeoRestriction ReadCountries(TemplateResource resource, DistributionProperties.GeoRestriction? restriction) =>
        restriction?.RestrictionType switch
        {
            null or "none" => GeoRestriction.None,
            "whitelist" => new(restriction.Locations, AreServed: true),
            "blacklist" => new(restriction.Locations, AreServed: false),
            var unknown => throw resource.Refuse(
                "DistributionConfig.Restrictions.GeoRestriction.RestrictionType", $"'{unknown}' is not known"),
        };

    private CacheBehavior ReadBehavior(
        TemplateResource resource,
        DistributionProperties.CacheBehavior properties,
        string place,
        Dictionary<string, Origin> byId) => new()
        {
            Pattern = properties.PathPattern is { } pattern ? new(pattern) : null,
            Origin = byId.TryGetValue(properties.TargetOriginId, out var origin)
                ? origin
                : throw resource.Refuse($"{place}.TargetOriginId", $"no origin has the id '{properties.TargetOriginId}'"),
            AllowedMethods = properties.AllowedMethods,
            CachedMethods = properties.CachedMethods,
            Compress = properties.Compress,
            OnViewerRequest = ReadFunction(resource, properties, place, FunctionEvent.ViewerRequest),
            OnViewerResponse = ReadFunction(resource, properties, place, FunctionEvent.ViewerResponse),
            ViewerProtocol = properties.ViewerProtocolPolicy switch
            {
                "allow-all" => ViewerProtocolPolicy.AllowAll,
                "redirect-to-https" => ViewerProtocolPolicy.RedirectToHttps,
                "https-only" => ViewerProtocolPolicy.HttpsOnly,
                var unknown => throw resource.Refuse($"{place}.ViewerProtocolPolicy", $"'{unknown}' is not known"),
            },
            Cache = policies.Cache(resource, $"{place}.CachePolicyId", properties.CachePolicyId),
            OriginRequest = properties.OriginRequestPolicyId is { } request
                ? policies.OriginRequest(resource, $"{place}.OriginRequestPolicyId", request)
                : OriginRequestPolicy.Nothing,
            ResponseHeaders = properties.ResponseHeadersPolicyId is { } response
                ? policies.ResponseHeaders(resource, $"{place}.ResponseHeadersPolicyId", response)
                : null,
        };
}
