using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Lexicon.Benchmarks.Profile;

/// <summary>
/// Stands before DynamoDB Local for one run and notes when the function connects, asks and is answered: from outside, so that the
/// function is as it always is. Its own connection to the database is open before the function starts.
/// </summary>
internal sealed class ObservedEndpoint : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _database = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SslStreamCertificateContext? _certificate;
    private readonly Timeline _timeline;
    private readonly Thread _thread;

    /// <param name="target">The port of DynamoDB Local.</param>
    /// <param name="certificate">Over TLS, if there is one.</param>
    /// <param name="timeline">What takes the moments.</param>
    public ObservedEndpoint(int target, SslStreamCertificateContext? certificate, Timeline timeline)
    {
        (_certificate, _timeline) = (certificate, timeline);
        _database.Connect(IPAddress.Loopback, target);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _thread = new(Serve);
        _thread.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _database.Dispose();
        _thread.Join();
    }

    private void Serve()
    {
        try
        {
            using var client = _listener.Accept();
            _timeline.Add("connection");
            client.NoDelay = true;
            using var stream = Open(client);
            var buffer = new byte[256 * 1024];
            for (var exchange = 1; ; exchange++)
            {
                Forward(stream, buffer, exchange);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The run is over: the function was killed.
        }
    }

    private Stream Open(Socket client)
    {
        if (_certificate is null)
        {
            return new NetworkStream(client);
        }

        var tls = new SslStream(new ObservedStream(client, _timeline));
        tls.AuthenticateAsServer(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate });
        _timeline.Add("handshake");
        return tls;
    }

    private void Forward(Stream client, byte[] buffer, int exchange)
    {
        var asked = Whole(buffer, client.Read);
        _timeline.Add($"request {exchange}");
        _ = _database.Send(asked);
        var answer = Whole(buffer, part => _database.Receive(part));
        _timeline.Add($"database answers {exchange}");
        client.Write(answer);
    }

    /// <summary>A request or an answer of DynamoDB, in however many parts: it ends as its JSON does, and no head ends so.</summary>
    private static ReadOnlySpan<byte> Whole(byte[] buffer, Reading read)
    {
        var end = 0;
        do
        {
            var count = read(buffer.AsSpan(end));
            end += count > 0 ? count : throw new EndOfStreamException();
        }
        while (buffer[end - 1] is not (byte)'}');
        return buffer.AsSpan(0, end);
    }

    private delegate int Reading(Span<byte> buffer);
}
