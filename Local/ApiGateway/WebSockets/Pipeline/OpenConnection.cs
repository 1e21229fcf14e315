using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Lets a client connect, if <c>$connect</c> does, and serves the connection to its end
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html).
/// </summary>
internal sealed class OpenConnection(WebSocketApis apis, Connections connections, SocketPipeline pipeline, TimeProvider time)
{
    private const string ConnectRoute = "$connect";

    private static readonly GatewayFailure NotASocket =
        new(ResponseType.Default4xx, "Upgrade Required") { Status = 426, ErrorType = "BadRequestException" };

    private static readonly GatewayFailure BadHandshake = new(ResponseType.Default4xx, "Bad Request") { Status = 400 };

    /// <summary>Handles a request to connect; returns after the connection has ended.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var handshake = new Exchange(context, time.GetUtcNow(), time.GetTimestamp());
        var (refusal, exchange) = await ResolveAsync(handshake);
        if (exchange is null)
        {
            await SocketFailure.RefuseAsync(context, refusal!);
            return;
        }

        await using var connection = exchange.Connection;
        var response = await pipeline.ConnectAsync(exchange);
        if (exchange.Failure is { } failure)
        {
            await SocketFailure.RefuseAsync(context, exchange, failure);
        }
        else if (response is not { Status: >= 200 and < 300 })
        {
            context.Response.StatusCode = response!.Status;
            context.Response.ContentLength = 0;
            context.Response.Headers["x-amzn-RequestId"] = exchange.RequestId;
        }
        else
        {
            await ServeAsync(context, connection, response.Subprotocol);
        }
    }

    private async Task ServeAsync(HttpContext context, Connection connection, string? subprotocol)
    {
        var (socket, frames) = await Handshake.AcceptAsync(context, subprotocol);
        context.Features.Get<ILongRequest>()?.LetGo();
        connections.Add(connection);
        connection.Establish(socket);
        await using var stop = context.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested
            .Register(() => Background.StartTask("the end of a connection", () => connection.CloseAsync(SocketEnding.GoingAway)))
            ?? default;
        var ending = await ReceiveMessages.RunAsync(
            socket, frames, connection, message => connections.Pipeline!.Receive(connection, message));
        connections.Remove(connection);
        await connections.Pipeline!.DisconnectAsync(connection, ending);
    }

    private async Task<(GatewayFailure? Refusal, SocketExchange? Exchange)> ResolveAsync(Exchange handshake)
    {
        var request = handshake.Request;
        var stageName = request.RawPath.Trim('/');
        if (!ResolveApiAndStage.IsOurs(request.Host) || apis.Find(request.Host, stageName) is not var (api, stage))
        {
            return (GatewayFailure.Forbidden, null);
        }

        var http = handshake.Context.Request;
        if (!Handshake.IsAskedFor(http))
        {
            return (NotASocket, null);
        }

        if (!await Handshake.PrepareAsync(handshake.Context))
        {
            return (BadHandshake, null);
        }

        // No browser asks a server before a page of anyone opens a socket. Whoever may connect is for the template to say; where it does
        // not, pages of this machine may.
        if (BrowserGuard.IsForeign(http) && api.Routes.GetValueOrDefault(ConnectRoute)?.IsAuthorized != true)
        {
            return (GatewayFailure.Forbidden, null);
        }

        var connection = new Connection(api.Id, stage.Name, handshake.Time, time)
        {
            Host = request.Host,
            SourceIp = request.SourceIp,
            UserAgent = request.Header("User-Agent"),
        };
        var begun = new SocketExchange(api, stage, connection, EventKind.Connect, ConnectRoute, handshake.Time)
        {
            Handshake = handshake,
        };
        return (null, begun);
    }
}
