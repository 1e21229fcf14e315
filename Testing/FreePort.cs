using System.Net;
using System.Net.Sockets;

namespace Lexicon.Testing;

/// <summary>A port for a program that cannot choose one itself.</summary>
public static class FreePort
{
    /// <summary>A port of the loopback interface on which nothing listened just now.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
