using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Lexicon.Benchmarks.Tls;

/// <summary>Takes TLS off the connections of functions, since DynamoDB Local speaks http alone.</summary>
internal sealed class TlsProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SslStreamCertificateContext _certificate;
    private readonly int _target;

    public TlsProxy(SslStreamCertificateContext certificate, int target)
    {
        _certificate = certificate;
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The measurements are over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var server = new TcpClient { NoDelay = true };
            using (client)
            {
                client.NoDelay = true;
                await using var tls = new SslStream(client.GetStream());
                await Task.WhenAll(
                    tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate }),
                    server.ConnectAsync(IPAddress.Loopback, _target));
                await Task.WhenAny(tls.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(tls));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // A function that was killed leaves its connection behind.
        }
    }
}
