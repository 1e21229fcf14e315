using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Lexicon.Testing;

/// <summary>
/// A Runtime API whose every byte the test decides: it waits for a request, then sends what it likes, in the pieces it likes, or
/// drops the connection.
/// </summary>
public sealed class FakeRuntimeApi : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<byte> _received = [];
    private Socket? _connection;

    /// <summary>Listens on a free port.</summary>
    public FakeRuntimeApi() => _listener.Start();

    /// <summary>Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has them.</summary>
    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many connections were made so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Waits for a whole request, on the connection at hand or else on the next one.</summary>
    public async Task<RuntimeRequest> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(RequestTimeout);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            if (_connection is null)
            {
                _connection = await _listener.AcceptSocketAsync(timeout.Token);
                _connection.NoDelay = true;
                Connections++;
            }

            if (RuntimeRequest.TakeFrom(_received) is { } request)
            {
                return request;
            }

            var count = await _connection.ReceiveAsync(buffer, timeout.Token);
            if (count == 0)
            {
                Drop();
            }

            _received.AddRange(buffer.AsSpan(0, count));
        }
    }

    /// <summary>Waits until what has come of a request ends so, and returns it; it stays there for <see cref="ReceiveAsync"/>.</summary>
    public async Task<string> ReceiveUntilAsync(string end)
    {
        using var timeout = new CancellationTokenSource(RequestTimeout);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. _received]);
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return text;
            }

            _received.AddRange(buffer.AsSpan(0, await _connection!.ReceiveAsync(buffer, timeout.Token)));
        }
    }

    /// <summary>Sends a response, whole or not, in UTF-8.</summary>
    public Task SendAsync(string response) => SendAsync(Encoding.UTF8.GetBytes(response));

    /// <summary>Sends bytes.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _connection!.SendAsync(bytes)..];
        }
    }

    /// <summary>Sends the bytes one at a time, each as its own packet.</summary>
    public async Task TrickleAsync(string response)
    {
        foreach (var one in Encoding.UTF8.GetBytes(response))
        {
            await SendAsync(new[] { one });
        }
    }

    /// <summary>Hands out an event to whoever asked for the next one.</summary>
    public Task SendInvocationAsync(string requestId, string body, DateTimeOffset? deadline = null) =>
        SendAsync(RuntimeApiResponses.Invocation(requestId, body, deadline));

    /// <summary>Receives a <c>next</c>, hands out an event, and receives the function's response.</summary>
    public async Task<RuntimeRequest> InvokeAsync(string requestId, string body, DateTimeOffset? deadline = null)
    {
        var next = await ReceiveAsync();
        Assert.Equal("GET /2018-06-01/runtime/invocation/next HTTP/1.1", next.RequestLine);
        await SendInvocationAsync(requestId, body, deadline);
        return await ReceiveAsync();
    }

    /// <summary>Ends the connection, as orderly as the end of a process.</summary>
    public void Drop()
    {
        _connection?.Dispose();
        _connection = null;
        _received.Clear();
    }

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        _connection!.LingerState = new(true, 0);
        Drop();
    }

    /// <summary>Ends the connection and listens no more.</summary>
    public void Stop()
    {
        _listener.Stop();
        Drop();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _listener.Dispose();
    }
}
