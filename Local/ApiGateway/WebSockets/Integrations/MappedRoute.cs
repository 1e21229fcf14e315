using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// <c>AWS</c>, <c>HTTP</c> and <c>MOCK</c>: request mapping, backend, response mapping
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html). Of <c>$connect</c> the status
/// of the backend decides; a response is made only for a message whose route has one
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html).
/// </summary>
internal sealed class MappedRoute(RouteRequest requests, IBackend backend) : IRouteIntegration
{
    /// <summary>The integration responses; set while the resources are provisioned.</summary>
    public RouteResponses Responses { get; } = new();

    public async Task<SocketResponse> RespondAsync(SocketExchange exchange)
    {
        var response = await backend.SendAsync(exchange, Map(exchange), default);
        return exchange is { Kind: EventKind.Message, Route.Responds: true }
            ? SocketResponse.Of(response.Status, Map(exchange, response))
            : SocketResponse.Of(response.Status, default);
    }

    private IntegrationRequest Map(SocketExchange exchange)
    {
        try
        {
            return requests.Map(exchange);
        }
        catch (TemplateException mistake)
        {
            throw IntegrationFailedException.Misconfigured($"Unable to transform request: {mistake.Message}");
        }
    }

    private ReadOnlyMemory<byte> Map(SocketExchange exchange, BackendResponse response)
    {
        try
        {
            return Responses.Map(exchange, response);
        }
        catch (TemplateException mistake)
        {
            throw IntegrationFailedException.Misconfigured($"Unable to transform response: {mistake.Message}");
        }
    }
}
