namespace Lexicon.Local.CloudFront;

/// <summary>
/// The body of an origin's answer on its way to the viewer, kept as it passes
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Dropped TCP
/// Connections": the viewer gets the object as it comes, and what is not complete is not cached).
/// </summary>
/// <param name="body">What comes.</param>
/// <param name="limit">What is longer is not kept.</param>
/// <param name="ended">Told once: the whole body, or null when it is too long, broke off or nobody read on.</param>
internal sealed class KeptBody(Stream body, long limit, Action<byte[]?> ended) : Stream
{
    private MemoryStream? kept = new();
    private bool told;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        if (count == 0 && buffer.Length > 0)
        {
            End(kept?.ToArray());
        }
        else if (kept?.Length + count > limit)
        {
            // Whoever waits for it should not wait any longer.
            End(null);
        }
        else
        {
            kept?.Write(buffer.Span[..count]);
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End(null);
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private void End(byte[]? whole)
    {
        kept = null;
        if (!told)
        {
            told = true;
            ended(whole);
        }
    }
}
