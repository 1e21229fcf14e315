using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::RestApi</c>.</summary>
internal sealed class RestApiType(RestApis apis, IIdentities identities)
    : ResourceType<RestApiProperties>("AWS::ApiGateway::RestApi", "a REST API on the endpoint 'api'")
{
    private const int LargestMinimum = 10_485_760;

    protected override ProvisionedResource Provision(TemplateResource resource, RestApiProperties properties)
    {
        if (properties.EndpointConfiguration?.Types.Contains("PRIVATE") == true)
        {
            throw resource.Refuse("EndpointConfiguration.Types", "a private endpoint needs a VPC");
        }

        if (properties.ApiKeySourceType != "HEADER")
        {
            throw resource.Refuse(nameof(properties.ApiKeySourceType), $"API keys from '{properties.ApiKeySourceType}'");
        }

        resource.CheckRange(nameof(properties.MinimumCompressionSize), properties.MinimumCompressionSize, 0, LargestMinimum);
        var root = resource with { LogicalId = $"{resource.LogicalId}/" };
        var id = resource.ShortId(10);
        var api = new RestApi(id, properties.Name ?? resource.LogicalId, root.ShortId(10))
        {
            BinaryMediaTypes = properties.BinaryMediaTypes,
            MinimumCompressionSize = properties.MinimumCompressionSize,
            Policy = ResourcePolicy.Read(resource, id, properties.Policy, identities),
            EndpointDisabled = properties.DisableExecuteApiEndpoint,
        };
        apis.Add(api);
        return new(api.Id)
        {
            Attributes = new Dictionary<string, string> { ["RestApiId"] = api.Id, ["RootResourceId"] = api.RootResourceId },
        };
    }
}
