using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>The opening handshake (https://www.rfc-editor.org/rfc/rfc6455#section-4.2), by ASP.NET Core.</summary>
internal static class Handshake
{
    private static readonly WebSocketMiddleware AspNet = new(
        _ => Task.CompletedTask,
        Options.Create(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }),
        NullLoggerFactory.Instance);

    /// <summary>Whether a request asks for a WebSocket.</summary>
    public static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase)
        && request.HttpContext.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };

    /// <summary>Prepares it; false: it cannot be had, by its version or its key.</summary>
    public static async Task<bool> PrepareAsync(HttpContext context)
    {
        context.Features.Set<IHttpUpgradeFeature>(new WatchedUpgrade(context.Features.GetRequiredFeature<IHttpUpgradeFeature>()));
        await AspNet.Invoke(context);
        return context.WebSockets.IsWebSocketRequest;
    }

    /// <summary>Accepts it, with the subprotocol that the function chose.</summary>
    public static async Task<(WebSocket Socket, FrameWatch Frames)> AcceptAsync(HttpContext context, string? subprotocol)
    {
        var upgrade = (WatchedUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = subprotocol });
        return (socket, upgrade.Frames!);
    }

    private sealed class WatchedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
    {
        public FrameWatch? Frames { get; private set; }

        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => Frames = new FrameWatch(await inner.UpgradeAsync());
    }
}
