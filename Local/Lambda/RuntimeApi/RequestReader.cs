using System.Buffers;
using System.Buffers.Text;

namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>
/// Reads requests one after the other from a connection, however the bytes are cut into packets. It is written for the few
/// shapes of request that runtimes send, so an invocation costs no HTTP framework on either way.
/// </summary>
/// <exception cref="InvalidDataException">What arrives is not HTTP; the connection is of no further use.</exception>
/// <exception cref="EndOfStreamException">The connection ended inside a request.</exception>
internal sealed class RequestReader(Stream connection)
{
    private const int LongestHead = 64 * 1024;
    private const int LongestChunkLine = 1024;
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The next head; null when the connection ended between two requests.</summary>
    public async ValueTask<RequestHead?> ReadHeadAsync()
    {
        int length;
        while ((length = Unread.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (Unread.Length > LongestHead)
            {
                throw new InvalidDataException("the head of a request is too long");
            }

            if (!await FillAsync())
            {
                return Unread.IsEmpty ? null : throw new EndOfStreamException();
            }
        }

        var head = RequestHead.Parse(Unread[..length]) ?? throw new InvalidDataException("a request is malformed");
        _start += length + 4;
        return head;
    }

    /// <summary>The body that belongs to the head, read to its end.</summary>
    /// <param name="head">The head that was read last.</param>
    /// <param name="limit">The most bytes that are kept.</param>
    public async ValueTask<RequestBody> ReadBodyAsync(RequestHead head, int limit)
    {
        if (head.Chunked)
        {
            return await ReadChunksAsync(limit);
        }

        if (head.ContentLength is not > 0)
        {
            return RequestBody.None;
        }

        if (head.ContentLength > limit)
        {
            await SkipAsync(head.ContentLength.Value);
            return new([], true);
        }

        var body = new byte[head.ContentLength.Value];
        await ReadExactlyAsync(body);
        return new(body, false);
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    private async ValueTask<RequestBody> ReadChunksAsync(int limit)
    {
        var body = new ArrayBufferWriter<byte>();
        var tooLarge = false;
        while (await ReadChunkLengthAsync() is var length and > 0)
        {
            tooLarge |= length > limit - body.WrittenCount;
            if (tooLarge)
            {
                await SkipAsync(length);
            }
            else
            {
                await ReadExactlyAsync(body.GetMemory((int)length)[..(int)length]);
                body.Advance((int)length);
            }

            await ReadLineAsync(0);
        }

        // Trailer fields of a streamed response may follow; the empty line ends them.
        while (await ReadLineAsync(LongestHead) > 0)
        {
        }

        return tooLarge ? new([], true) : new(body.WrittenSpan.ToArray(), false);
    }

    private async ValueTask<long> ReadChunkLengthAsync()
    {
        var length = await ReadLineAsync(LongestChunkLine);
        var line = _buffer.AsSpan(_start - length - 2, length);
        return Utf8Parser.TryParse(line, out long size, out var used, 'x') && size >= 0
            && (used == length || line[used] is (byte)';' or (byte)' ')
            ? size
            : throw new InvalidDataException("a chunk has no length");
    }

    /// <summary>Reads past one line and returns its length; its bytes are in the buffer before <c>_start</c>.</summary>
    private async ValueTask<int> ReadLineAsync(int longest)
    {
        int length;
        while ((length = Unread.IndexOf("\r\n"u8)) < 0)
        {
            if (Unread.Length > longest + 1)
            {
                throw new InvalidDataException("a line is too long");
            }

            if (!await FillAsync())
            {
                throw new EndOfStreamException();
            }
        }

        if (length > longest)
        {
            throw new InvalidDataException("a line is too long");
        }

        _start += length + 2;
        return length;
    }

    private async ValueTask ReadExactlyAsync(Memory<byte> target)
    {
        var buffered = Math.Min(target.Length, _end - _start);
        Unread[..buffered].CopyTo(target.Span);
        _start += buffered;
        if (buffered < target.Length)
        {
            await connection.ReadExactlyAsync(target[buffered..]);
        }
    }

    private async ValueTask SkipAsync(long count)
    {
        while (count > 0)
        {
            if (_start == _end && !await FillAsync())
            {
                throw new EndOfStreamException();
            }

            var skipped = (int)Math.Min(count, _end - _start);
            _start += skipped;
            count -= skipped;
        }
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await connection.ReadAsync(_buffer.AsMemory(_end));
        _end += read;
        return read > 0;
    }
}
