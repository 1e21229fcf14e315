using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The name server of a network without a way out: it knows <c>localhost</c> and what is below it, which is this machine (RFC 6761), and
/// says of every other name that it does not exist, and to the runner that it was asked for.
/// </summary>
internal sealed class NameServer : IDisposable
{
    private const int Port = 53;
    private const int LongestQuestion = 512;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>Binds it in the network of the calling thread.</summary>
    public NameServer() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));

    /// <summary>Begins to respond.</summary>
    /// <param name="refused">Takes each name that does not exist, once for each question.</param>
    public void Serve(Action<string> refused) =>
        Background.StartTask("Answering a function's questions for names", () => ServeAsync(refused));

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync(Action<string> refused)
    {
        var buffer = new byte[LongestQuestion];
        try
        {
            while (true)
            {
                var packet = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                if (NameQuestion.Read(buffer.AsSpan(0, packet.ReceivedBytes)) is not { } question)
                {
                    continue;
                }

                if (!question.IsLocal)
                {
                    refused(question.Name);
                }

                await _socket.SendToAsync(question.Answer(), packet.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The network has ended.
        }
    }
}
