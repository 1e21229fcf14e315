using Lexicon.Local.Aws;

namespace Lexicon.Local.S3;

/// <summary>Streams one behind the other, each opened when it is needed and disposed when it was read.</summary>
internal sealed class ConcatenatedStream(IEnumerable<Stream> parts) : ReadOnlyStream
{
    private readonly IEnumerator<Stream> remaining = parts.GetEnumerator();
    private Stream? current;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (current is null)
            {
                if (!remaining.MoveNext())
                {
                    return 0;
                }

                current = remaining.Current;
            }

            var read = await current.ReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                return read;
            }

            await current.DisposeAsync();
            current = null;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        current?.Dispose();
        remaining.Dispose();
        base.Dispose(disposing);
    }
}
