using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// <c>HTTP_PROXY</c>: an endpoint gets the message as it is, of <c>$connect</c> the headers and the query, too, and what is mapped
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html); what it responds goes to the client.
/// </summary>
internal sealed class HttpProxyRoute(RouteRequest requests, HttpBackend backend) : IRouteIntegration
{
    private const string Subprotocol = "Sec-WebSocket-Protocol";

    public async Task<SocketResponse> RespondAsync(SocketExchange exchange)
    {
        var request = requests.Map(exchange);
        var response = await (exchange.Handshake is { } handshake
            ? ConnectAsync(exchange, request, handshake)
            : backend.SendAsync(exchange, request, default));
        var subprotocol = response.Values(Subprotocol) is [.., var chosen] ? chosen : null;
        return SocketResponse.Of(response.Status, response.Body) with { Subprotocol = subprotocol };
    }

    private Task<BackendResponse> ConnectAsync(SocketExchange exchange, IntegrationRequest request, Exchange handshake)
    {
        foreach (var (name, values) in QueryString.Parse(handshake.Request.RawQuery))
        {
            request.Query.TryAdd(name, values);
        }

        var headers = new Dictionary<string, IReadOnlyList<string>>(request.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in EventHeaders.For(handshake).Where(header => header.Key != "Host"))
        {
            headers.TryAdd(name, values);
        }

        headers["x-amzn-apigateway-api-id"] = [exchange.Api.Id];
        return backend.SendAsync(exchange, request, headers, default);
    }
}
