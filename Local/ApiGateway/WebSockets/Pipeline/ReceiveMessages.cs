using System.Buffers;
using System.Net.WebSockets;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Reads a client's messages until the connection ends: each of at most 128 KB in frames of at most 32 KB
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html).
/// A binary message ends the connection
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html).
/// Pings are answered by .NET's WebSocket.
/// </summary>
internal static class ReceiveMessages
{
    /// <summary>The largest message that a client or the management API sends.</summary>
    public const int LargestMessage = 128 * 1024;

    /// <summary>Hands out each message; returns how the connection ended.</summary>
    public static async Task<SocketEnding> RunAsync(
        WebSocket socket, FrameWatch frames, Connection connection, Action<ReadOnlyMemory<byte>> receive)
    {
        try
        {
            var buffer = new byte[4096];
            while (true)
            {
                var message = new ArrayBufferWriter<byte>();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), connection.Ended);
                    message.Write(buffer.AsSpan(0, part.Count));
                    if (frames.IsTooBig || message.WrittenCount > LargestMessage)
                    {
                        await connection.CloseAsync(SocketEnding.TooBig);
                        return SocketEnding.TooBig;
                    }
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return connection.Ending ?? await AnswerCloseAsync(socket, frames, connection);
                }

                if (part.MessageType == WebSocketMessageType.Binary)
                {
                    await connection.CloseAsync(SocketEnding.Unsupported);
                    return SocketEnding.Unsupported;
                }

                connection.Touch();
                receive(message.WrittenMemory);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or IOException)
        {
            return connection.Ending ?? SocketEnding.Abnormal;
        }
    }

    private static async Task<SocketEnding> AnswerCloseAsync(WebSocket socket, FrameWatch frames, Connection connection)
    {
        var (status, reason) = (socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, socket.CloseStatusDescription ?? "");
        await socket.CloseOutputAsync(status, reason, connection.Ended);
        return frames.IsClosedWithoutCode ? SocketEnding.NoStatus : new((int)status, reason);
    }
}
