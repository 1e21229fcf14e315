using System.Net;
using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>Where the Runtime API listens: what <c>AWS_LAMBDA_RUNTIME_API</c> says, a host and a port.</summary>
internal sealed class RuntimeApiAddress
{
    private const int DefaultPort = 80;

    private readonly EndPoint _endPoint;

    private RuntimeApiAddress(string host, EndPoint endPoint) => (Host, _endPoint) = (host, endPoint);

    /// <summary>The value of the <c>Host</c> header.</summary>
    public string Host { get; }

    /// <exception cref="InvalidOperationException">There is no address: this process does not run in Lambda.</exception>
    public static RuntimeApiAddress Parse(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: this process is not run by Lambda.");
        }

        if (IPEndPoint.TryParse(address, out var numeric))
        {
            return new(address, numeric.Port == 0 ? new(numeric.Address, DefaultPort) : numeric);
        }

        return Uri.TryCreate($"http://{address}/", UriKind.Absolute, out var uri)
            ? new(address, new DnsEndPoint(uri.Host, uri.Port))
            : throw new InvalidOperationException($"AWS_LAMBDA_RUNTIME_API is not a host and a port: {address}");
    }

    /// <summary>Makes a connection; every call on it, like this one, blocks.</summary>
    public Stream Connect()
    {
        // Every request is one write, and the next waits for its answer: delaying packets only costs time.
        var socket = _endPoint is IPEndPoint numeric
            ? new Socket(numeric.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(_endPoint);
            return new BlockingSocketStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
