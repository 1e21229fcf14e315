using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>A body in memory, and what comes after it.</summary>
/// <param name="bytes">What comes first.</param>
/// <param name="rest">What follows; null: nothing.</param>
internal sealed class MemoryBody(ReadOnlyMemory<byte> bytes, Stream? rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _left = bytes;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left.IsEmpty)
        {
            return rest?.ReadAsync(buffer, cancellationToken) ?? ValueTask.FromResult(0);
        }

        var count = Math.Min(buffer.Length, _left.Length);
        _left[..count].CopyTo(buffer);
        _left = _left[count..];
        return ValueTask.FromResult(count);
    }
}
