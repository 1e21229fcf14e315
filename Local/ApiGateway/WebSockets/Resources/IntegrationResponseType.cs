using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>
/// <c>AWS::ApiGatewayV2::IntegrationResponse</c>. What a function returns is sent as it is; a response of <c>MOCK</c> has no body.
/// </summary>
internal sealed class IntegrationResponseType(WebSocketApis apis) : ResourceType<IntegrationResponseProperties>(
    "AWS::ApiGatewayV2::IntegrationResponse", "the response of an integration as it is")
{
    protected override ProvisionedResource Provision(TemplateResource resource, IntegrationResponseProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (!api.Integrations.ContainsKey(properties.IntegrationId))
        {
            throw resource.NotFound(
                nameof(properties.IntegrationId), $"the integration '{properties.IntegrationId}' of the WebSocket API");
        }

        if (properties.ResponseTemplates is JsonObject { Count: > 0 })
        {
            throw resource.Refuse(nameof(properties.ResponseTemplates), "the template language of WebSocket APIs");
        }

        var id = resource.ShortId(7);
        return new(id) { Attributes = new Dictionary<string, string> { ["IntegrationResponseId"] = id } };
    }
}
