using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>A connection of which a test writes every byte, and reads one response after the other.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TcpClient _client = new();
    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly MemoryStream _read = new();
    private NetworkStream _stream = null!;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(IPAddress.Loopback, port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>Sends text as Latin-1.</summary>
    public ValueTask SendAsync(string text) => _stream.WriteAsync(Encoding.Latin1.GetBytes(text), _patience.Token);

    /// <summary>The next response: its head, and as much body as it says.</summary>
    public async Task<(string Head, string Body)> ReceiveAsync()
    {
        int end;
        while ((end = Text().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await MoreAsync())
            {
                throw new EndOfStreamException($"The connection has ended after '{Text()}'.");
            }
        }

        var head = Text()[..(end + 2)];
        var length = Header(head, "Content-Length") is { } said ? int.Parse(said, CultureInfo.InvariantCulture) : 0;
        var chunked = Header(head, "Transfer-Encoding") == "chunked";
        while (chunked ? !Text().EndsWith("0\r\n\r\n", StringComparison.Ordinal) : Text().Length < end + 4 + length)
        {
            Assert.True(await MoreAsync());
        }

        length = chunked ? Text().Length - end - 4 : length;

        var body = Text()[(end + 4)..(end + 4 + length)];
        var rest = Encoding.Latin1.GetBytes(Text()[(end + 4 + length)..]);
        _read.SetLength(0);
        _read.Write(rest);
        return (head, body);
    }

    /// <summary>The value of a header; null: it is not there.</summary>
    public static string? Header(string head, string name) => head.Split("\r\n")
        .Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    public void Dispose()
    {
        _client.Dispose();
        _patience.Dispose();
        _read.Dispose();
    }

    private string Text() => Encoding.Latin1.GetString(_read.ToArray());

    private async Task<bool> MoreAsync()
    {
        var buffer = new byte[4096];
        var count = await _stream.ReadAsync(buffer, _patience.Token);
        _read.Write(buffer, 0, count);
        return count > 0;
    }
}
