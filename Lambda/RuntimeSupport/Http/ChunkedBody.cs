using System.Buffers.Text;

namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>A body in chunks (RFC 9112, section 7.1). Extensions and trailers are read over.</summary>
internal static class ChunkedBody
{
    private const int MaxLineLength = 8 * 1024;

    public static async ValueTask ReadAsync(ReceiveBuffer received, PooledBytes body, CancellationToken cancellationToken)
    {
        while (await ReadSizeAsync(received, cancellationToken) is var size and > 0)
        {
            await received.MoveAsync(body, size, cancellationToken);
            if (await ReadLineLengthAsync(received, cancellationToken) is not 0)
            {
                throw new InvalidDataException("A chunk of the answer is longer than it says.");
            }

            received.Skip(2);
        }

        await SkipTrailersAsync(received, cancellationToken);
    }

    private static async ValueTask<int> ReadSizeAsync(ReceiveBuffer received, CancellationToken cancellationToken)
    {
        var length = await ReadLineLengthAsync(received, cancellationToken);
        var size = ParseSize(received.Unread[..length]);
        received.Skip(length + 2);
        return size;
    }

    private static int ParseSize(ReadOnlySpan<byte> line)
    {
        var extension = line.IndexOf((byte)';');
        var digits = (extension < 0 ? line : line[..extension]).TrimEnd(" \t"u8);
        return Utf8Parser.TryParse(digits, out int size, out var consumed, 'x') && consumed == digits.Length && size >= 0
            ? size
            : throw new InvalidDataException("A chunk of the answer has no size.");
    }

    private static async ValueTask SkipTrailersAsync(ReceiveBuffer received, CancellationToken cancellationToken)
    {
        int length;
        do
        {
            length = await ReadLineLengthAsync(received, cancellationToken);
            received.Skip(length + 2);
        }
        while (length > 0);
    }

    private static async ValueTask<int> ReadLineLengthAsync(ReceiveBuffer received, CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = received.Unread.IndexOf("\r\n"u8);
            if (length >= 0)
            {
                return length;
            }

            if (received.Unread.Length > MaxLineLength)
            {
                throw new InvalidDataException("A line between the chunks of the answer does not end.");
            }

            await received.FillAsync(cancellationToken);
        }
    }
}
