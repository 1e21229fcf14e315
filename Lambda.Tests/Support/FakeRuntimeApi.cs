using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.Lambda.Tests.Support;

/// <summary>
/// A Runtime API whose every byte the test decides: it waits for a request, then sends what it likes, in the pieces it likes, or
/// drops the connection.
/// </summary>
internal sealed class FakeRuntimeApi : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<byte> _received = [];
    private Socket? _connection;

    public FakeRuntimeApi() => _listener.Start();

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many connections were made so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Waits for a whole request, on the connection at hand or else on the next one.</summary>
    public async Task<ReceivedRequest> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            if (_connection is null)
            {
                _connection = await _listener.AcceptSocketAsync(patience.Token);
                _connection.NoDelay = true;
                Connections++;
            }

            if (ReceivedRequest.TakeFrom(_received) is { } request)
            {
                return request;
            }

            var count = await _connection.ReceiveAsync(buffer, patience.Token);
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
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. _received]);
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return text;
            }

            _received.AddRange(buffer.AsSpan(0, await _connection!.ReceiveAsync(buffer, patience.Token)));
        }
    }

    public Task SendAsync(string answer) => SendAsync(Encoding.UTF8.GetBytes(answer));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _connection!.SendAsync(bytes)..];
        }
    }

    /// <summary>Sends the bytes one at a time, each as its own packet.</summary>
    public async Task TrickleAsync(string answer)
    {
        foreach (var one in Encoding.UTF8.GetBytes(answer))
        {
            await SendAsync(new[] { one });
        }
    }

    /// <summary>Answers <c>next</c> with an event.</summary>
    public Task SendInvocationAsync(string requestId, string body) => SendAsync(Answers.Invocation(requestId, body));

    /// <summary>Takes a <c>next</c>, hands out an event, and takes what the function answers.</summary>
    public async Task<ReceivedRequest> InvokeAsync(string requestId, string body)
    {
        var next = await ReceiveAsync();
        Assert.Equal("GET /2018-06-01/runtime/invocation/next HTTP/1.1", next.RequestLine);
        await SendInvocationAsync(requestId, body);
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

    public void Dispose()
    {
        Stop();
        _listener.Dispose();
    }
}
