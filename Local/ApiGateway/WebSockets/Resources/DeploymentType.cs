using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Deployment</c>. Locally every stage shows the API as the templates have it now.</summary>
internal sealed class DeploymentType(WebSocketApis apis)
    : ResourceType<DeploymentProperties>("AWS::ApiGatewayV2::Deployment", "the WebSocket API as it is in the template")
{
    protected override ProvisionedResource Provision(TemplateResource resource, DeploymentProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (properties.StageName is { } name)
        {
            api.Stages.TryAdd(name, new WebSocketStage(name));
        }

        var id = resource.ShortId(6);
        return new(id) { Attributes = new Dictionary<string, string> { ["DeploymentId"] = id } };
    }
}
