using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Resource</c>.</summary>
internal sealed class ApiResourceType(RestApis apis)
    : ResourceType<ResourceProperties>("AWS::ApiGateway::Resource", "a path of the REST API")
{
    protected override ProvisionedResource Provision(TemplateResource resource, ResourceProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (!api.Resources.TryGetValue(properties.ParentId, out var parent))
        {
            throw resource.NotFound(nameof(properties.ParentId), $"the resource '{properties.ParentId}' of the REST API");
        }

        if (parent.Path.EndsWith("+}", StringComparison.Ordinal))
        {
            throw resource.Invalid(nameof(properties.ParentId), $"'{parent.Path}' takes the whole rest of a path, so nothing is below it");
        }

        var id = resource.ShortId(6);
        api.Resources.Add(id, new ApiResource(id, $"{parent.Path.TrimEnd('/')}/{properties.PathPart}"));
        return new(id) { Attributes = new Dictionary<string, string> { ["ResourceId"] = id } };
    }
}
