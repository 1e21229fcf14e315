using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Policies;

/// <summary>Policies and origin access controls by id: those of the templates and CloudFront's managed ones.</summary>
internal sealed class CloudFrontPolicies
{
    private readonly Dictionary<string, CachePolicy> _cache = new(ManagedPolicies.Cache);
    private readonly Dictionary<string, OriginRequestPolicy> _originRequest = new(ManagedPolicies.OriginRequest);
    private readonly Dictionary<string, ResponseHeadersPolicy> _responseHeaders = new(ManagedPolicies.ResponseHeaders);
    private readonly Dictionary<string, OriginAccessControl> _accessControls = [];

    public void Add(string id, CachePolicy policy) => _cache.Add(id, policy);

    public void Add(string id, OriginRequestPolicy policy) => _originRequest.Add(id, policy);

    public void Add(string id, ResponseHeadersPolicy policy) => _responseHeaders.Add(id, policy);

    public void Add(string id, OriginAccessControl control) => _accessControls.Add(id, control);

    public CachePolicy Cache(TemplateResource resource, string property, string id) => Find(_cache, resource, property, id);

    public OriginRequestPolicy OriginRequest(TemplateResource resource, string property, string id) =>
        Find(_originRequest, resource, property, id);

    public ResponseHeadersPolicy ResponseHeaders(TemplateResource resource, string property, string id) =>
        Find(_responseHeaders, resource, property, id);

    public OriginAccessControl AccessControl(TemplateResource resource, string property, string id) =>
        Find(_accessControls, resource, property, id);

    private static T Find<T>(Dictionary<string, T> known, TemplateResource resource, string property, string id) =>
        known.TryGetValue(id, out var found)
            ? found
            : throw resource.Refuse(property, $"'{id}' is neither in the templates nor a managed policy that is known here");
}
