using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lexicon.Lambda.Tests.Support;

/// <summary>A request as it came: the head up to and with the empty line, and the body.</summary>
internal sealed record ReceivedRequest(string Head, byte[] Bytes)
{
    public string Body => Encoding.UTF8.GetString(Bytes);

    public string RequestLine => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .SingleOrDefault();

    /// <summary>Takes one request off the front of what was received, if all of it is there.</summary>
    public static ReceivedRequest? TakeFrom(List<byte> received)
    {
        var bytes = CollectionsMarshal.AsSpan(received);
        var headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(bytes[..(headEnd + 4)]);
        var length = int.Parse(new ReceivedRequest(head, []).Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        if (received.Count < head.Length + length)
        {
            return null;
        }

        var body = received.GetRange(head.Length, length).ToArray();
        received.RemoveRange(0, head.Length + length);
        return new(head, body);
    }
}
