using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// What responds to the events of a route
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html).
/// </summary>
internal interface IRouteIntegration
{
    /// <summary>The response; its body is for routes that have one.</summary>
    /// <exception cref="IntegrationFailedException">There is none.</exception>
    Task<SocketResponse> RespondAsync(SocketExchange exchange);
}
