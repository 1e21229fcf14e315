using Lexicon.Local.Aws;

namespace Lexicon.Local.S3.Protocol;

/// <summary>Streams one behind the other, each opened when it is needed and disposed when it was read.</summary>
internal sealed class ConcatenatedStream(IEnumerable<Stream> parts) : ReadOnlyStream
{
    private readonly IEnumerator<Stream> _remaining = parts.GetEnumerator();
    private Stream? _current;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is null)
            {
                if (!_remaining.MoveNext())
                {
                    return 0;
                }

                _current = _remaining.Current;
            }

            var read = await _current.ReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                return read;
            }

            await _current.DisposeAsync();
            _current = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _current?.Dispose();
        _remaining.Dispose();
        base.Dispose(disposing);
    }
}
