using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary><c>AWS::ApiGateway::Resource</c>.</summary>
internal sealed class ResourceResourceType(RestApis apis)
    : ResourceType<ResourceProperties>("AWS::ApiGateway::Resource", "a path of the REST API")
{
    protected override Realised Realise(Resource resource, ResourceProperties properties)
    {
        var api = apis.Of(resource, properties.RestApiId);
        if (!api.Resources.TryGetValue(properties.ParentId, out var parent))
        {
            throw new Refusal($"{resource.Place}: property 'ParentId': the REST API has no resource '{properties.ParentId}'");
        }

        var id = resource.ShortId(6);
        api.Resources.Add(id, new ApiResource(id, $"{parent.Path.TrimEnd('/')}/{properties.PathPart}"));
        return new(id) { Attributes = new Dictionary<string, string> { ["ResourceId"] = id } };
    }
}
