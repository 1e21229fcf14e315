using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>The Runtime API of one execution environment: a socket of its own on loopback, served without a web server.</summary>
internal sealed class RuntimeListener : IDisposable
{
    private readonly Socket _listener;
    private readonly RuntimeSession _session;
    private int _connections;

    /// <param name="listener">The socket, which listens.</param>
    /// <param name="session">What is called.</param>
    public RuntimeListener(Socket listener, RuntimeSession session)
    {
        _session = session;
        _listener = listener;
        Address = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}";
        Background.StartTask("The Runtime API of a function", AcceptAsync);
    }

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address { get; }

    /// <summary>Whether the runtime holds a connection, so that something it sent may still be on its way.</summary>
    public bool HasConnections => Volatile.Read(ref _connections) > 0;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                Background.StartTask("A connection to the Runtime API", () => ServeAsync(new RuntimeConnection(socket, _session)));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The environment has ended.
        }
    }

    private async Task ServeAsync(RuntimeConnection connection)
    {
        Interlocked.Increment(ref _connections);
        try
        {
            await connection.ServeAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }
}
