using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.Benchmarks.RuntimeApi;

/// <summary>Reads the requests of a function, with a length or in chunks, one after the other.</summary>
internal sealed class RequestReader(Socket connection)
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _end;
    private int _taken;

    /// <summary>Reads a call of <c>next</c>.</summary>
    public void ReadNext() => _ = Expect("GET /2018-06-01/runtime/invocation/next "u8, default);

    /// <summary>Reads an answer; anything else, such as the report of an error, ends the measurement.</summary>
    /// <returns>Its body, which the next reading overwrites.</returns>
    public ReadOnlySpan<byte> ReadAnswer() => Expect("POST /2018-06-01/runtime/invocation/"u8, "/response "u8);

    private ReadOnlySpan<byte> Expect(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        _buffer.AsSpan(_taken, _end - _taken).CopyTo(_buffer);
        _end -= _taken;
        int length;
        while ((length = RequestLength()) < 0 || length > _end)
        {
            Receive();
        }

        var request = _buffer.AsSpan(0, length);
        var line = request[..request.IndexOf("HTTP/1.1\r\n"u8)];
        var body = request[(request.IndexOf("\r\n\r\n"u8) + 4)..];
        if (!line.StartsWith(start) || !line.EndsWith(end) || (!end.IsEmpty && body.IndexOf("200"u8) < 0))
        {
            throw new InvalidDataException(
                $"The function was expected to answer with status 200 and sent: {Encoding.UTF8.GetString(request)}");
        }

        _taken = length;
        return body;
    }

    private void Receive()
    {
        var count = connection.Receive(_buffer.AsSpan(_end));
        _end += count > 0 ? count : throw new EndOfStreamException("The function ended.");
    }

    private int RequestLength()
    {
        var received = _buffer.AsSpan(0, _end);
        var head = received.IndexOf("\r\n\r\n"u8) + 4;
        if (head < 4)
        {
            return -1;
        }

        var fields = received[..head];
        if (Value(fields, "content-length:"u8) is { IsEmpty: false } digits)
        {
            return Utf8Parser.TryParse(digits, out int length, out _) ? head + length : throw new InvalidDataException("Content-Length");
        }

        if (Value(fields, "transfer-encoding:"u8).IsEmpty)
        {
            return head;
        }

        var last = received[head..].IndexOf("0\r\n\r\n"u8);
        return last < 0 ? -1 : head + last + 5;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            if (line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return line[name.Length..].Trim(" "u8);
            }
        }

        return default;
    }
}
