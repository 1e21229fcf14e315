using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>Request line and header fields of a request to the Runtime API, as far as it looks at them (RFC 9112).</summary>
internal sealed record RequestHead
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create((byte)'\r', (byte)'\n', (byte)0);

    public required string Method { get; init; }

    /// <summary>The path, without a query.</summary>
    public required string Path { get; init; }

    /// <summary>The length of the body; null with <see cref="Chunked"/>.</summary>
    public long? ContentLength { get; private set; }

    public bool Chunked { get; private set; }

    /// <summary>The client waits for <c>100 Continue</c> before it sends the body, as curl does with a large one.</summary>
    public bool ExpectsContinue { get; private set; }

    /// <summary>The connection ends with this request.</summary>
    public bool Closes { get; private set; }

    /// <summary><c>Lambda-Runtime-Function-Error-Type</c>.</summary>
    public string? FunctionErrorType { get; private set; }

    /// <summary><c>Lambda-Runtime-Function-Response-Mode</c>.</summary>
    public string? ResponseMode { get; private set; }

    /// <summary>Reads a head up to and without its empty line; null when it is not a head.</summary>
    public static RequestHead? Parse(ReadOnlySpan<byte> bytes)
    {
        var requestLine = NextLine(ref bytes);
        var methodEnd = requestLine.IndexOf((byte)' ');
        var targetEnd = requestLine.LastIndexOf((byte)' ');
        if (methodEnd <= 0 || targetEnd <= methodEnd + 1)
        {
            return null;
        }

        var version = requestLine[(targetEnd + 1)..];
        var oldVersion = version.SequenceEqual("HTTP/1.0"u8);
        if (!oldVersion && !version.SequenceEqual("HTTP/1.1"u8))
        {
            return null;
        }

        var target = requestLine[(methodEnd + 1)..targetEnd];
        var query = target.IndexOf((byte)'?');
        var head = new RequestHead
        {
            Method = Encoding.ASCII.GetString(requestLine[..methodEnd]),
            Path = Encoding.UTF8.GetString(query < 0 ? target : target[..query]),
            Closes = oldVersion,
        };

        while (!bytes.IsEmpty)
        {
            var line = NextLine(ref bytes);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line.IndexOfAny(LineEnds) >= 0 || !head.Read(line[..colon], line[(colon + 1)..].Trim(" \t"u8)))
            {
                return null;
            }
        }

        return head;
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n"u8);
        var line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? default : bytes[(end + 2)..];
        return line;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) => Ascii.EqualsIgnoreCase(name, expected);

    /// <summary>Takes one field; false when its value makes the message's end unknowable.</summary>
    private bool Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Is(name, "content-length"u8))
        {
            var valid = Utf8Parser.TryParse(value, out long length, out var used) && used == value.Length && length >= 0
                && value[0] != (byte)'+' && (ContentLength is null || ContentLength == length);
            ContentLength = length;
            return valid;
        }

        if (Is(name, "transfer-encoding"u8))
        {
            Chunked = true;
            return Is(value, "chunked"u8);
        }

        if (Is(name, "expect"u8))
        {
            ExpectsContinue = Is(value, "100-continue"u8);
        }
        else if (Is(name, "connection"u8))
        {
            Closes = Is(value, "close"u8) || (Closes && !Is(value, "keep-alive"u8));
        }
        else if (Is(name, "lambda-runtime-function-error-type"u8))
        {
            FunctionErrorType = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "lambda-runtime-function-response-mode"u8))
        {
            ResponseMode = Encoding.UTF8.GetString(value);
        }

        return true;
    }
}
