using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.Sns;

/// <summary>A topic with its subscriptions.</summary>
/// <param name="settings">What the template declares of it.</param>
/// <param name="before">The topic of that name in the cloud before.</param>
internal sealed class Topic(TopicSettings settings, Topic? before = null)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (Notification Notification, DateTimeOffset Until)> _taken = before?._taken ?? [];
    private readonly List<Subscription> _subscriptions = [];
    private long _last;

    /// <summary>What the template declares of it.</summary>
    public TopicSettings Settings => settings;

    /// <summary>Its subscriptions.</summary>
    public IReadOnlyList<Subscription> Subscriptions => _subscriptions;

    /// <summary>Held while a FIFO topic hands a notification to its subscriptions: their order is its order.</summary>
    public SemaphoreSlim Order { get; } = before?.Order ?? new(1);

    /// <summary>
    /// Adds a subscription. An endpoint has one for each protocol: whoever subscribes it again, in the same way, gets that
    /// (https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html).
    /// </summary>
    /// <returns>The subscription, or that which was there.</returns>
    /// <exception cref="SnsException">There is another one for the endpoint.</exception>
    public Subscription Add(Subscription subscription)
    {
        if (_subscriptions.Find(subscription.IsOfSameEndpoint) is not { } there)
        {
            _subscriptions.Add(subscription);
            return subscription;
        }

        return there.IsSame(subscription)
            ? there
            : throw SnsException.Invalid("Attributes Reason: Subscription already exists with different attributes");
    }

    /// <summary>What a deduplication id is, given or from the content.</summary>
    public static string DeduplicationId(NewNotification published) => published.DeduplicationId
        ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(published.Message)));

    /// <summary>In a FIFO topic: the notification that an id was taken with within five minutes, or null.</summary>
    public Notification? Find(string deduplicationId, DateTimeOffset now)
    {
        foreach (var (id, _) in _taken.Where(one => one.Value.Until <= now).ToList())
        {
            _taken.Remove(id);
        }

        return _taken.TryGetValue(deduplicationId, out var taken) ? taken.Notification : null;
    }

    /// <summary>In a FIFO topic: keeps a notification that was taken.</summary>
    public void Keep(Notification notification) =>
        _taken[notification.DeduplicationId!] = (notification, notification.Published + Interval);

    /// <summary>The next sequence number: 20 digits, as AWS's.</summary>
    public string NextSequence(DateTimeOffset now)
    {
        _last = Math.Max(_last + 1, now.ToUnixTimeMilliseconds() * 1000);
        return (10_000_000_000_000_000_000UL + ((UInt128)(ulong)_last * 1000)).ToString(CultureInfo.InvariantCulture);
    }
}
