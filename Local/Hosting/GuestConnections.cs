using System.Net.Sockets;
using System.Threading.Channels;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Connections to the runner's endpoints that come from other networks than the machine's: a function that has a network of its own
/// finds the endpoints at the same addresses as everyone.
/// </summary>
internal sealed class GuestConnections
{
    private readonly Channel<Socket> _accepted = Channel.CreateUnbounded<Socket>();

    /// <summary>The connections in the order in which they came.</summary>
    public ChannelReader<Socket> Accepted => _accepted.Reader;

    /// <summary>Takes the connections of a socket that listens, until it is disposed.</summary>
    public void Serve(Socket listening) => Background.StartTask("Accepting a function's connections", () => AcceptAsync(listening));

    private async Task AcceptAsync(Socket listening)
    {
        try
        {
            while (true)
            {
                var socket = await listening.AcceptAsync();
                socket.NoDelay = true;
                _accepted.Writer.TryWrite(socket);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The network has ended.
        }
    }
}
