namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>
/// What has arrived and was not read yet. Bytes behind the end of one answer stay for the next one, so answers may come in any
/// pieces.
/// </summary>
internal sealed class ReceiveBuffer(Stream stream)
{
    // Holds the head and body of most REST events, so that one receive brings a whole invocation.
    private const int Size = 16 * 1024;

    private byte[] _bytes = new byte[Size];
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public void Skip(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>Waits for more bytes.</summary>
    /// <exception cref="ConnectionLostException">The connection ended.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken);
        _end += count > 0 ? count : throw new ConnectionLostException();
    }

    /// <summary>Moves up to <paramref name="count"/> bytes into the body, from what is here and then straight from the stream.</summary>
    public async ValueTask MoveAsync(PooledBytes body, long count, CancellationToken cancellationToken)
    {
        var here = (int)Math.Min(count, _end - _start);
        body.Append(Unread[..here]);
        Skip(here);
        for (var left = count - here; left > 0;)
        {
            var target = body.GetMemory((int)Math.Min(left, Size));
            var read = await stream.ReadAsync(target[..(int)Math.Min(left, target.Length)], cancellationToken);
            body.Advance(read > 0 ? read : throw new ConnectionLostException());
            left -= read;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }
}
