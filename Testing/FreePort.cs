using System.Net;
using System.Net.Sockets;

namespace Lexicon.Testing;

/// <summary>
/// A port for a program that cannot choose one itself: below those that systems give out, so that no test that asks for any port gets it
/// before the program listens.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port of the loopback interface on which nothing listened just now.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Another one.
            }
        }
    }
}
