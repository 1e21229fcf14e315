using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Api</c>.</summary>
internal sealed class ApiType(WebSocketApis apis)
    : ResourceType<ApiProperties>("AWS::ApiGatewayV2::Api", "a WebSocket API on the endpoint 'api'")
{
    protected override ProvisionedResource Provision(TemplateResource resource, ApiProperties properties)
    {
        if (properties.ProtocolType != "WEBSOCKET")
        {
            throw resource.Refuse(
                nameof(properties.ProtocolType), $"APIs of the protocol {properties.ProtocolType ?? "of an imported definition"}");
        }

        var expression = properties.RouteSelectionExpression
            ?? throw resource.Invalid(nameof(properties.RouteSelectionExpression), "a WebSocket API must have one");
        var selection = RouteSelection.Parse(expression)
            ?? throw resource.Refuse(nameof(properties.RouteSelectionExpression), $"'{expression}' does not name members of the body");
        var api = new WebSocketApi(resource.ShortId(10), properties.Name ?? resource.LogicalId, selection)
        {
            EndpointDisabled = properties.DisableExecuteApiEndpoint,
        };
        apis.Add(api);
        return new(api.Id)
        {
            Attributes = new Dictionary<string, string>
            {
                ["ApiId"] = api.Id,
                ["ApiEndpoint"] = $"wss://{api.Id}.execute-api.{Account.Region}.amazonaws.com",
            },
        };
    }
}
