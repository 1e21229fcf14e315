namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>
/// How a connection ended: a code of https://www.rfc-editor.org/rfc/rfc6455#section-7.4 and words, as <c>$disconnect</c> gets them
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html).
/// </summary>
internal sealed record SocketEnding(int StatusCode, string Reason)
{
    /// <summary>The backend closed it (DELETE of the management API).</summary>
    public static SocketEnding Normal { get; } = new(1000, "Connection Closed Normally");

    /// <summary>It was idle or open for too long, or its stage is gone.</summary>
    public static SocketEnding GoingAway { get; } = new(1001, "Going away");

    /// <summary>The client sent a binary message, which WebSocket APIs do not take.</summary>
    public static SocketEnding Unsupported { get; } = new(1003, "Unsupported data");

    /// <summary>The client closed it without a code.</summary>
    public static SocketEnding NoStatus { get; } = new(1005, "Client-side close frame status not set");

    /// <summary>The client went away without closing it.</summary>
    public static SocketEnding Abnormal { get; } = new(1006, "Connection closed abnormally");

    /// <summary>A message or a frame was larger than API Gateway takes.</summary>
    public static SocketEnding TooBig { get; } = new(1009, "Message too long");
}
