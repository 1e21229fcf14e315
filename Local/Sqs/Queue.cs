using System.Globalization;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Sqs.Receiving;

namespace Lexicon.Local.Sqs;

/// <summary>
/// A queue: messages are delivered at least once, hidden while somebody works on them, and kept until they are deleted or too old
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html).
/// </summary>
/// <param name="settings">What the template declares of it.</param>
/// <param name="content">Its messages.</param>
/// <param name="find">Finds a queue by its ARN: the dead-letter queue.</param>
/// <param name="time">The clock.</param>
internal sealed class Queue(QueueSettings settings, QueueContent content, Func<string, Queue?> find, TimeProvider time)
{
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromSeconds(60);

    /// <summary>What the template declares of it.</summary>
    public QueueSettings Settings => settings;

    /// <summary>Its messages, which outlive what the template declares of it.</summary>
    public QueueContent Content => content;

    /// <summary>Hands out its messages.</summary>
    public Receiver Receiver { get; } = new(settings, content, find, time);

    /// <summary>What the receipts of its messages are for.</summary>
    public Receipts Receipts { get; } = new(settings, content, time);

    /// <summary>Adds a message; one that a FIFO queue has taken already is not added again.</summary>
    /// <returns>The message, or that which it repeats.</returns>
    public Message Send(NewMessage sent, string sender)
    {
        MessageCheck.Check(sent, settings);
        lock (content.Gate)
        {
            var now = Refresh();
            return settings.Fifo is { } fifo ? SendOnce(sent, fifo, sender, now) : Add(Create(sent, sender, now), now);
        }
    }

    /// <summary>Deletes everything.</summary>
    /// <exception cref="SqsException">It was done within the last minute.</exception>
    public void Purge()
    {
        lock (content.Gate)
        {
            var now = Refresh();
            if (content.Purged is { } purged && now - purged < BetweenPurges)
            {
                throw new SqsException(
                    "PurgeQueueInProgress", $"Only one PurgeQueue operation on {settings.Name} is allowed every 60 seconds.");
            }

            content.Purged = now;
            foreach (var message in content.All.ToList())
            {
                content.Remove(message);
            }
        }
    }

    /// <summary>How many messages may be received now, how many are worked on, and how many are yet to be seen first.</summary>
    public (int Visible, int Hidden, int Delayed) Count()
    {
        lock (content.Gate)
        {
            Refresh();
            return (content.VisibleCount, content.InFlight, content.Hidden - content.InFlight);
        }
    }

    /// <summary>The oldest messages, hidden ones too; nothing changes for those who receive.</summary>
    public IReadOnlyList<SeenMessage> Look(int most)
    {
        lock (content.Gate)
        {
            var now = Refresh();
            return
            [
                .. content.All.OrderBy(message => message.Number).Take(most).Select(message => new SeenMessage(
                    message.Id,
                    message.Body,
                    message.Attributes
                        .Where(one => one.Value.StringValue is not null)
                        .ToDictionary(one => one.Key, one => one.Value.StringValue!),
                    message.Sent,
                    message.Receives,
                    message.VisibleAt > now,
                    message.GroupId,
                    message.DeadLetterSource)),
            ];
        }
    }

    /// <summary>Takes the first message that can be received out of the queue, on its way to another one.</summary>
    /// <returns>The message, which is on disk until <see cref="QueueContent.Delete"/>; null when there is none.</returns>
    public Message? TakeOut()
    {
        lock (content.Gate)
        {
            Refresh();
            var first = content.Visible.FirstOrDefault();
            if (first is not null)
            {
                content.Forget(first);
            }

            return first;
        }
    }

    /// <summary>Takes a message that another queue had.</summary>
    public void PutIn(Message message)
    {
        lock (content.Gate)
        {
            var now = Refresh();
            Add(message with { VisibleAt = now, Receipt = null, Sent = settings.IsFifo ? now : message.Sent }, now);
        }
    }

    private Message SendOnce(NewMessage sent, FifoSettings fifo, string sender, DateTimeOffset now)
    {
        var id = sent.DeduplicationId ?? MessageDigest.Sha256(sent.Body);
        var key = fifo.Scope == "messageGroup" ? $"{sent.GroupId} {id}" : id;
        var message = Create(sent, sender, now) with { DeduplicationId = id };
        if (content.Deduplication.Find(key, now) is { } taken)
        {
            return message with { Id = taken.MessageId, SequenceNumber = taken.SequenceNumber };
        }

        var added = Add(message, now);
        content.Deduplication.Add(key, new(added.Id, added.SequenceNumber!, now));
        return added;
    }

    private Message Add(Message message, DateTimeOffset now)
    {
        var number = content.NextNumber(now);
        var added = message with { Number = number, SequenceNumber = settings.IsFifo ? Sequence(number) : null };
        content.Put(added, now);
        content.Arrive();
        return added;
    }

    // 20 digits, as AWS's: they grow with the number.
    private static string Sequence(long number) =>
        (new UInt128(1, 0) + ((UInt128)(ulong)number << 8)).ToString(CultureInfo.InvariantCulture);

    private Message Create(NewMessage sent, string sender, DateTimeOffset now) =>
        new(Guid.NewGuid().ToString(), sent.Body, sent.Attributes, sender, now)
        {
            VisibleAt = now + (sent.Delay ?? settings.Delay),
            GroupId = sent.GroupId,
            TraceHeader = sent.SystemAttributes.GetValueOrDefault("AWSTraceHeader")?.StringValue,
        };

    private DateTimeOffset Refresh() => content.Refresh(time, settings.Retention);
}
