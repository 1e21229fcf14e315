using Lexicon.Local.Sns.Deliveries;

namespace Lexicon.Local.Sns.Publishing;

/// <summary>
/// The way of a notification: checked, numbered, filtered, delivered to each subscription or to its dead-letter queue. All of it is done
/// before the publisher gets the response: a queue has it on disk then, and what waits for a function ends with the runner.
/// </summary>
internal sealed class Publisher(DeliveryRoutes routes, TimeProvider time)
{
    /// <summary>Publishes to a topic.</summary>
    /// <exception cref="SnsException">The topic does not take it.</exception>
    public async Task<Notification> PublishAsync(Topic topic, NewNotification published)
    {
        var messages = PublishCheck.Run(published, topic.Settings);
        if (!topic.Settings.IsFifo)
        {
            var notification = Create(topic, published, messages);
            await routes.DeliverAsync(topic, notification);
            return notification;
        }

        await topic.Order.WaitAsync();
        try
        {
            return await PublishOnceAsync(topic, published, messages);
        }
        finally
        {
            topic.Order.Release();
        }
    }

    // https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
    private async Task<Notification> PublishOnceAsync(
        Topic topic, NewNotification published, IReadOnlyDictionary<string, string> messages)
    {
        var now = time.GetUtcNow();
        var id = Topic.DeduplicationId(published);
        if (topic.Find(id, now) is { } taken)
        {
            return taken;
        }

        var notification = Create(topic, published, messages) with
        {
            DeduplicationId = id,
            SequenceNumber = topic.NextSequence(now),
        };
        await routes.DeliverAsync(topic, notification);
        topic.Keep(notification);
        return notification;
    }

    private Notification Create(Topic topic, NewNotification published, IReadOnlyDictionary<string, string> messages) =>
        new(Guid.NewGuid().ToString(), topic.Settings.Arn, time.GetUtcNow(), messages)
        {
            Subject = published.Subject,
            Attributes = published.Attributes,
            GroupId = published.GroupId,
            TraceHeader = published.TraceHeader,
            SignatureVersion = topic.Settings.SignatureVersion ?? "1",
        };
}
