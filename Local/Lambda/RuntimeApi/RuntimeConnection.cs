using System.Net.Sockets;

namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>
/// One connection of the runtime. Paths, status codes and bodies are those of the Runtime API, version 2018-06-01
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html); error types and messages are those of the published
/// Runtime Interface Emulator.
/// </summary>
internal sealed class RuntimeConnection(Socket socket, RuntimeSession session)
{
    /// <summary>6 MB and a little (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
    public const int LargestResponse = 6_291_556;

    private const string Root = "/2018-06-01/runtime/";

    /// <summary>
    /// Whether the runtime still holds the connection: a socket that is readable and has nothing to read was closed by the other side.
    /// </summary>
    public bool IsConnected
    {
        get
        {
            try
            {
                return !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    /// <summary>Serves requests until the runtime ends the connection.</summary>
    public async Task ServeAsync()
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            var reader = new RequestReader(stream);
            while (await reader.ReadHeadAsync() is { } head)
            {
                if (head.ExpectsContinue)
                {
                    await stream.WriteAsync(RuntimeMessages.Continue);
                }

                var body = await reader.ReadBodyAsync(head, LargestResponse);
                if (await HandleAsync(head, body) is not { } response)
                {
                    return;
                }

                await stream.WriteAsync(response);
                if (head.Closes)
                {
                    return;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or ObjectDisposedException)
        {
            // The runtime has gone, or does not speak HTTP: its connection ends, its process decides the rest.
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> HandleAsync(RequestHead head, RequestBody body)
    {
        if (!head.Path.StartsWith(Root, StringComparison.Ordinal))
        {
            return RuntimeMessages.NotFound;
        }

        var call = head.Path[Root.Length..].Split('/');
        return (head.Method, call) switch
        {
            ("GET", ["invocation", "next"]) => await NextAsync(),
            ("POST", ["invocation", var id, "response"]) => Respond(head, id, body),
            ("POST", ["invocation", var id, "error"]) => Accept(session.Respond(id, Error(head, body))),
            ("POST", ["init", "error"]) => Accept(session.FailInit(Error(head, body))),
            (_, ["invocation", "next"] or ["invocation", _, "response" or "error"] or ["init", "error"]) =>
                RuntimeMessages.MethodNotAllowed,
            _ => RuntimeMessages.NotFound,
        };
    }

    private async ValueTask<ReadOnlyMemory<byte>?> NextAsync()
    {
        if (!session.TryNext(this, out var next))
        {
            return RuntimeMessages.InvalidState;
        }

        return await next is { } invocation ? RuntimeMessages.Event(invocation) : null;
    }

    private ReadOnlyMemory<byte> Respond(RequestHead head, string id, RequestBody body)
    {
        if (head.ResponseMode is not (null or "buffered" or "streaming"))
        {
            return RuntimeMessages.InvalidResponseMode;
        }

        var status = session.Respond(id, body.TooLarge ? FunctionResponse.TooLarge : new FunctionResponse(body.Bytes, null));
        return status == CallStatus.Accepted && body.TooLarge ? RuntimeMessages.TooLarge : Accept(status);
    }

    private static FunctionResponse Error(RequestHead head, RequestBody body) =>
        body.TooLarge ? FunctionResponse.TooLarge : new FunctionResponse(body.Bytes, head.FunctionErrorType ?? "Unhandled");

    private static ReadOnlyMemory<byte> Accept(CallStatus status) => status switch
    {
        CallStatus.Accepted => RuntimeMessages.Accepted,
        CallStatus.InvalidRequestId => RuntimeMessages.InvalidRequestId,
        _ => RuntimeMessages.InvalidState,
    };
}
