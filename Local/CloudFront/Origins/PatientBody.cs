using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// The body of an origin's response, which may not pause for longer than the response timeout
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Origin
/// response timeout": it holds between packets, too).
/// </summary>
internal sealed class PatientBody(Stream body, TimeSpan patience) : ReadOnlyStream
{
    /// <exception cref="IOException">The origin has stopped responding.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = body.ReadAsync(buffer, cancellationToken);
        if (read.IsCompleted)
        {
            return await read;
        }

        try
        {
            return await read.AsTask().WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new IOException("The origin has stopped responding.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
