using System.Buffers.Text;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>
/// Status line and header fields (RFC 9112, sections 4 and 5), with the headers of
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
/// </summary>
internal static class ResponseHeadParser
{
    /// <summary>More than the largest head: a client context has at most 3,583 bytes.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Reads a head, if all of it is there.</summary>
    /// <exception cref="InvalidDataException">This is not HTTP/1.x.</exception>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out ResponseHead head, out int length)
    {
        head = new();
        var end = bytes.IndexOf("\r\n\r\n"u8);
        length = end + 4;
        if (end < 0)
        {
            return bytes.Length <= MaxLength ? false : throw new InvalidDataException("The head of the answer does not end.");
        }

        var lines = bytes[..(end + 2)];
        ParseStatusLine(NextLine(ref lines), head);
        while (!lines.IsEmpty)
        {
            ParseField(NextLine(ref lines), head);
        }

        return true;
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf("\r\n"u8);
        var line = lines[..end];
        lines = lines[(end + 2)..];
        return line;
    }

    private static void ParseStatusLine(ReadOnlySpan<byte> line, ResponseHead head)
    {
        // "HTTP/1.1 200" and whatever reason follows.
        const int Shortest = 12;
        if (line.Length < Shortest || !line.StartsWith("HTTP/1."u8) || line[8] != ' '
            || !Utf8Parser.TryParse(line[9..12], out int status, out var digits) || digits != 3
            || (line.Length > Shortest && line[Shortest] != ' '))
        {
            throw new InvalidDataException("The answer does not start with an HTTP/1 status line.");
        }

        head.Status = status;
        head.KeepsConnection = line[7] != '0';
    }

    private static void ParseField(ReadOnlySpan<byte> line, ResponseHead head)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            throw new InvalidDataException("A header of the answer has no name.");
        }

        var name = line[..colon];
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (name.Length > LambdaHeader.Prefix.Length && Ascii.EqualsIgnoreCase(name[..LambdaHeader.Prefix.Length], LambdaHeader.Prefix))
        {
            LambdaHeader.Set(head, name[LambdaHeader.Prefix.Length..], value);
        }
        else if (Ascii.EqualsIgnoreCase(name, "Content-Length"u8))
        {
            head.ContentLength = ParseContentLength(value, head.ContentLength);
        }
        else if (Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8))
        {
            head.IsChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8)
                ? true
                : throw new InvalidDataException("The answer has a transfer encoding other than chunked.");
        }
        else if (Ascii.EqualsIgnoreCase(name, "Connection"u8))
        {
            head.KeepsConnection = !Ascii.EqualsIgnoreCase(value, "close"u8)
                && (head.KeepsConnection || Ascii.EqualsIgnoreCase(value, "keep-alive"u8));
        }
    }

    private static long ParseContentLength(ReadOnlySpan<byte> value, long? earlier) =>
        Utf8Parser.TryParse(value, out long length, out var digits) && digits == value.Length && length >= 0
        && (earlier is null || earlier == length)
            ? length
            : throw new InvalidDataException("The Content-Length of the answer is not one number.");
}
