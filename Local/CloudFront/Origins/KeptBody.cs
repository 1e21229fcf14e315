using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// The body of an origin's response on its way to the viewer, kept as it passes
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Dropped TCP
/// Connections": the viewer gets the object as it comes, and what is not complete is not cached).
/// </summary>
/// <param name="body">What comes.</param>
/// <param name="limit">What is longer is not kept.</param>
/// <param name="ended">Called once: with the whole body, or null when it is too long, broke off or nobody read on.</param>
internal sealed class KeptBody(Stream body, long limit, Action<byte[]?> ended) : ReadOnlyStream
{
    private MemoryStream? _kept = new();
    private bool _hasEnded;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        if (count == 0 && buffer.Length > 0)
        {
            End(_kept?.ToArray());
        }
        else if (_kept?.Length + count > limit)
        {
            // Whoever waits for it should not wait any longer.
            End(null);
        }
        else
        {
            _kept?.Write(buffer.Span[..count]);
        }

        return count;
    }

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
        _kept = null;
        if (!_hasEnded)
        {
            _hasEnded = true;
            ended(whole);
        }
    }
}
