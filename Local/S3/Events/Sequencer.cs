using System.Globalization;

namespace Lexicon.Local.S3.Events;

/// <summary>
/// Numbers the events of a bucket: of two events of one object the later one has the larger number, as hexadecimal text
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html).
/// </summary>
internal sealed class Sequencer(TimeProvider time)
{
    private long _last;

    /// <summary>The next number.</summary>
    public string Next()
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(last + 1, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);
        return next.ToString("X18", CultureInfo.InvariantCulture);
    }
}
