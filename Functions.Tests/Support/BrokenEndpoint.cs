using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.Functions.Tests.Support;

/// <summary>Answers every request with the same bytes, whether they are an answer or not, and hangs up.</summary>
internal sealed class BrokenEndpoint : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private int _answered;

    public BrokenEndpoint(string answer)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public int Answered => _answered;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream connection)
    {
        try
        {
            // All of the request: what nobody reads resets the connection and takes the answer with it.
            var request = new StringBuilder();
            var buffer = new byte[64 * 1024];
            while (!request.ToString().EndsWith('}'))
            {
                var count = await connection.ReadAsync(buffer);
                if (count is 0)
                {
                    return;
                }

                request.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            _answered++;
            await connection.WriteAsync(_answer);
        }
        catch (IOException)
        {
            // The client hung up first.
        }
    }
}
