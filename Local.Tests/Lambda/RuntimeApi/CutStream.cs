namespace Lexicon.Local.Tests.Lambda.RuntimeApi;

/// <summary>A connection that hands over its bytes in pieces of the given lengths, over and over.</summary>
internal sealed class CutStream(byte[] bytes, int[] cuts) : MemoryStream(bytes)
{
    private int _reads;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var most = cuts.Length == 0 ? buffer.Length : Math.Min(cuts[_reads++ % cuts.Length], buffer.Length);
        return base.ReadAsync(buffer[..most], cancellationToken);
    }
}
