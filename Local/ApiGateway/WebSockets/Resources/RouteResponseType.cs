using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::RouteResponse</c>.</summary>
internal sealed class RouteResponseType(WebSocketApis apis)
    : ResourceType<RouteResponseProperties>("AWS::ApiGatewayV2::RouteResponse", "what an integration responds, sent to the client")
{
    protected override ProvisionedResource Provision(TemplateResource resource, RouteResponseProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (properties.RouteResponseKey != RouteSelection.Default)
        {
            throw resource.Invalid(nameof(properties.RouteResponseKey), $"it must be {RouteSelection.Default}");
        }

        var route = api.Routes.Values.FirstOrDefault(route => route.Id == properties.RouteId)
            ?? throw resource.NotFound(nameof(properties.RouteId), $"the route '{properties.RouteId}' of the WebSocket API");
        route.HasResponse = true;
        var id = resource.ShortId(7);
        return new(id) { Attributes = new Dictionary<string, string> { ["RouteResponseId"] = id } };
    }
}
