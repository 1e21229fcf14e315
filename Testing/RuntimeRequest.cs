using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lexicon.Testing;

/// <summary>A request of a function to the Runtime API, as it came.</summary>
/// <param name="Head">Up to and with the empty line.</param>
/// <param name="Bytes">The body; with its chunks as they came, if it came in chunks.</param>
public sealed record RuntimeRequest(string Head, byte[] Bytes)
{
    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Bytes);

    /// <summary>The first line.</summary>
    public string RequestLine => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    /// <summary>The value of a header that is there once; null if it is not there.</summary>
    public string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .SingleOrDefault();

    /// <summary>Takes one request off the front of what was received, if all of it is there.</summary>
    public static RuntimeRequest? TakeFrom(List<byte> received)
    {
        var bytes = CollectionsMarshal.AsSpan(received);
        var headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(bytes[..(headEnd + 4)]);
        if (new RuntimeRequest(head, []).Header("Transfer-Encoding") == "chunked")
        {
            return TakeChunked(received, head);
        }

        var length = int.Parse(new RuntimeRequest(head, []).Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        if (received.Count < head.Length + length)
        {
            return null;
        }

        var body = received.GetRange(head.Length, length).ToArray();
        received.RemoveRange(0, head.Length + length);
        return new(head, body);
    }

    // A test that writes this as a chunk of its own would not end here; none does.
    private static RuntimeRequest? TakeChunked(List<byte> received, string head)
    {
        var bytes = CollectionsMarshal.AsSpan(received)[head.Length..];
        if (!bytes.EndsWith("\r\n\r\n"u8))
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(bytes);
        var last = text.StartsWith("0\r\n", StringComparison.Ordinal) ? 0 : text.IndexOf("\r\n0\r\n", StringComparison.Ordinal);
        var end = last < 0 ? -1 : text.IndexOf("\r\n\r\n", last, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        received.RemoveRange(0, head.Length + end + 4);
        return new(head, Encoding.Latin1.GetBytes(text[..(end + 4)]));
    }
}
