namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// The client's side of a connection as it comes, with an eye on the lengths of its frames
/// (https://www.rfc-editor.org/rfc/rfc6455#section-5.2), which .NET's WebSocket does not tell: API Gateway takes none of more than 32 KB.
/// </summary>
internal sealed class FrameWatch(Stream inner) : Stream
{
    private const int LargestFrame = 32 * 1024;
    private const int MaskLength = 4;
    private const int Opcode = 0x0F;
    private const int CloseFrame = 0x8;

    private readonly byte[] _head = new byte[14];
    private int _headLength;
    private long _rest;

    /// <summary>Whether a frame was too large.</summary>
    public bool IsTooBig { get; private set; }

    /// <summary>Whether the client closed the connection without a code, which .NET takes for the code 1000.</summary>
    public bool IsClosedWithoutCode { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Watch(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_rest > 0)
            {
                var skipped = (int)Math.Min(_rest, bytes.Length);
                bytes = bytes[skipped..];
                _rest -= skipped;
                continue;
            }

            _head[_headLength++] = bytes[0];
            bytes = bytes[1..];
            if (_headLength >= 2 && _headLength == HeadLength())
            {
                _rest = PayloadLength();
                _headLength = 0;
                IsTooBig |= _rest > LargestFrame;
                IsClosedWithoutCode |= (_head[0] & Opcode) == CloseFrame && _rest == 0;
            }
        }
    }

    private int HeadLength() => 2 + ExtendedLength() + (_head[1] >= 0x80 ? MaskLength : 0);

    private int ExtendedLength() => (_head[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };

    private long PayloadLength() => ExtendedLength() switch
    {
        2 => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(_head.AsSpan(2)),
        8 => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(_head.AsSpan(2)),
        _ => _head[1] & 0x7F,
    };
}
