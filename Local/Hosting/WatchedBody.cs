using Lexicon.Local.Aws;

namespace Lexicon.Local.Hosting;

/// <summary>A body that knows whether anybody has begun to read it.</summary>
internal sealed class WatchedBody(Stream body) : ReadOnlyStream
{
    /// <summary>Whether it was asked for.</summary>
    public bool WasRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        return body.ReadAsync(buffer, cancellationToken);
    }
}
