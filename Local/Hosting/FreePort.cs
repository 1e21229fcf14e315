using System.Net;
using System.Net.Sockets;

namespace Lexicon.Local.Hosting;

/// <summary>
/// A port for a program that takes one and does not find one. It is below those that systems give out themselves (RFC 6335, section 6,
/// and Linux's ip_local_port_range): whoever asks for any port meanwhile does not get this one before the program listens.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port on which nothing listens, on this interface.</summary>
    public static int Find(IPAddress address)
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(address, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Another one.
            }
        }
    }
}
