using System.Collections.Concurrent;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// The way of a connection's events: throttle, authorizer (of <c>$connect</c>), validation, integration, log
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html).
/// </summary>
internal sealed class SocketPipeline(
    WebSocketApis apis, AuthorizeConnection authorize, IntegrateRoute integrate, SocketLog log, TimeProvider time)
{
    private const string DisconnectRoute = "$disconnect";

    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = [];

    /// <summary>The response to who asks to connect; null: the exchange has a failure.</summary>
    public async Task<SocketResponse?> ConnectAsync(SocketExchange exchange)
    {
        exchange.Failure = IsThrottled(exchange)
            ? GatewayFailure.Throttled
            : await authorize.DecideAsync(exchange) ?? ValidateRoute.Check(exchange);
        var response = exchange.Failure is null ? await integrate.RespondAsync(exchange) : null;
        exchange.Status = exchange.Failure?.Status ?? response!.Status;
        log.Write(exchange);
        return response;
    }

    /// <summary>Handles a message; the client may send the next one meanwhile.</summary>
    public void Receive(Connection connection, ReadOnlyMemory<byte> message) => Background.StartTask(
        "a message of a WebSocket",
        () => Find(connection) is var (api, stage)
            ? HandleAsync(new(api, stage, connection, EventKind.Message, KeyOf(api, message), time.GetUtcNow())
            {
                MessageId = SocketIds.Create(),
                Body = message,
            })
            : connection.CloseAsync(SocketEnding.GoingAway));

    /// <summary>Reports that a connection has ended, as well as it goes.</summary>
    public async Task DisconnectAsync(Connection connection, SocketEnding ending)
    {
        if (Find(connection) is var (api, stage))
        {
            var exchange = new SocketExchange(api, stage, connection, EventKind.Disconnect, DisconnectRoute, time.GetUtcNow())
            {
                Ending = ending,
            };
            await integrate.RespondAsync(exchange);
            log.Write(exchange);
        }
    }

    private async Task HandleAsync(SocketExchange exchange)
    {
        var response = await RespondAsync(exchange);
        if (exchange.Failure is { } failure)
        {
            exchange.Status = failure.Status;
            await exchange.Connection.SendAsync(SocketFailure.Body(exchange, failure), binary: false, default);
        }
        else if (exchange.Route!.Responds && response is { Body.IsEmpty: false })
        {
            await exchange.Connection.SendAsync(response.Body, response.IsBinary, default);
        }

        log.Write(exchange);
    }

    private async Task<SocketResponse?> RespondAsync(SocketExchange exchange)
    {
        exchange.Failure = exchange.Route is null ? GatewayFailure.Forbidden
            : IsThrottled(exchange) ? GatewayFailure.Throttled
            : ValidateRoute.Check(exchange);
        return exchange.Failure is null ? await integrate.RespondAsync(exchange) : null;
    }

    private bool IsThrottled(SocketExchange exchange) =>
        exchange.Stage.ThrottleOf(exchange.RouteKey) is { } throttle
        && !_buckets.GetOrAdd($"{exchange.Api.Id} {exchange.Stage.Name} {exchange.RouteKey}", _ => new(throttle, time)).TryTake();

    private static string KeyOf(WebSocketApi api, ReadOnlyMemory<byte> message)
    {
        var key = api.Selection.KeyOf(message);
        return api.Routes.ContainsKey(key) ? key : RouteSelection.Default;
    }

    private (WebSocketApi Api, WebSocketStage Stage)? Find(Connection connection) =>
        apis.Find(connection.ApiId) is { } api && api.Stages.TryGetValue(connection.StageName, out var stage) ? (api, stage) : null;
}
