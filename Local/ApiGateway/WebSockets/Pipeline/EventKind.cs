namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>The values of <c>$context.eventType</c>, as they are written in lower case.</summary>
internal enum EventKind
{
    /// <summary>A client asks to connect.</summary>
    Connect,

    /// <summary>A client sent a message.</summary>
    Message,

    /// <summary>The connection has ended.</summary>
    Disconnect,
}
