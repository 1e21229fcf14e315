using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>The endpoint <c>api</c>: WebSocket APIs and their management API, and REST APIs for everything else.</summary>
internal sealed class ApiEndpoint(WebSocketService sockets, IHttpEndpoint rest) : IHttpEndpoint
{
    public Task HandleAsync(HttpContext context) =>
        sockets.Claims(context) ? sockets.HandleAsync(context) : rest.HandleAsync(context);
}
