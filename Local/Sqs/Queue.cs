using System.Globalization;
using Lexicon.Local.Sqs.Messages;

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
    private const int MostInFlight = 120_000;
    private static readonly TimeSpan LongestVisibility = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromSeconds(60);

    /// <summary>What the template declares of it.</summary>
    public QueueSettings Settings => settings;

    /// <summary>Its messages, which outlive what the template declares of it.</summary>
    public QueueContent Content => content;

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

    /// <summary>
    /// What there is, or what comes or appears before the wait is over
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html). Nothing is
    /// handed to a caller who has gone.
    /// </summary>
    /// <param name="most">The most messages.</param>
    /// <param name="visibility">How long they are hidden; null: as long as the queue says.</param>
    /// <param name="wait">How long to wait for the first.</param>
    /// <param name="cancellation">The caller goes.</param>
    /// <param name="attempt">In a FIFO queue: what the same attempt, made again, is known by.</param>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        int most, TimeSpan? visibility, TimeSpan wait, CancellationToken cancellation, string? attempt = null)
    {
        var end = time.GetUtcNow() + wait;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var arrival = Arrival();
            var received = Receive(most, visibility, settings.IsFifo ? attempt : null);
            var now = time.GetUtcNow();
            if (received.Count > 0 || now >= end)
            {
                return [.. received.Select(message => message.ToReceived())];
            }

            var until = NextAppearance() is { } appearance && appearance < end ? appearance : end;
            try
            {
                await arrival.WaitAsync(until > now ? until - now : TimeSpan.Zero, time, cancellation);
            }
            catch (TimeoutException)
            {
                // Something has appeared, or the wait is over.
            }
        }
    }

    /// <summary>Changes until when a message is hidden that was received.</summary>
    /// <exception cref="SqsException">It is not a receipt, or its message is not there, or it is hidden for too long.</exception>
    public void ChangeVisibility(string receipt, TimeSpan timeout)
    {
        lock (content.Gate)
        {
            var now = Refresh();
            var message = Received(receipt, now) ?? throw SqsException.Invalid(
                "ReceiptHandle", receipt, "Message does not exist or is not available for visibility timeout change.");
            // A receipt whose time is over changes nothing.
            if (message.VisibleAt <= now)
            {
                return;
            }

            if (now + timeout - message.LastReceived > LongestVisibility)
            {
                throw SqsException.Invalid(
                    "VisibilityTimeout",
                    timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                    "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
            }

            content.Put(message with { VisibleAt = now + timeout }, now);
            content.Arrive();
        }
    }

    /// <summary>Deletes what a receipt is for; one that is gone already is deleted well enough.</summary>
    /// <exception cref="SqsException">It is not a receipt, or that of a FIFO queue has expired.</exception>
    public void Delete(string receipt)
    {
        lock (content.Gate)
        {
            if (Received(receipt, Refresh()) is { } message)
            {
                content.Remove(message);

                // In a FIFO queue the next message of the group can be received now.
                content.Arrive();
            }
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

    private Task Arrival()
    {
        lock (content.Gate)
        {
            return content.Arrival.Task;
        }
    }

    private DateTimeOffset? NextAppearance()
    {
        lock (content.Gate)
        {
            return content.NextAppearance;
        }
    }

    private DateTimeOffset Refresh()
    {
        var now = time.GetUtcNow();
        content.Refresh(now, now - settings.Retention);
        return now;
    }

    /// <summary>The oldest messages that nobody works on, hidden from others from now on; each with its receipt.</summary>
    private List<Message> Receive(int most, TimeSpan? visibility, string? attempt)
    {
        var dead = new List<Message>();
        List<Message> handed;
        lock (content.Gate)
        {
            var now = Refresh();
            if (attempt is not null && ReceivedBefore(attempt, visibility ?? settings.VisibilityTimeout, now) is { } before)
            {
                return before;
            }

            if (content.InFlight >= MostInFlight)
            {
                // A FIFO queue has no error for it.
                return settings.IsFifo ? [] : throw new SqsException("OverLimit", "The maximum number of in flight messages is reached.");
            }

            handed = [.. Pick(most, dead).Select(message => Hand(message, now, visibility ?? settings.VisibilityTimeout))];
            dead.ForEach(content.Forget);
            if (attempt is not null && handed.Count > 0)
            {
                content.Attempts.Keep(attempt, handed, now);
            }
        }

        MoveToDeadLetters(dead);
        return handed;
    }

    /// <summary>What the same attempt has received, hidden for as long again; null: it is to receive.</summary>
    private List<Message>? ReceivedBefore(string attempt, TimeSpan visibility, DateTimeOffset now)
    {
        if (content.Attempts.Find(attempt, now) is not { } received || received.All(message => message.VisibleAt <= now))
        {
            return null;
        }

        if (received.Any(message => content.Find(message.Id) is not { } kept
            || (kept.Receipt, kept.VisibleAt) != (message.Receipt, message.VisibleAt)))
        {
            throw SqsException.Invalid(
                "ReceiveRequestAttemptId",
                attempt,
                "The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.");
        }

        List<Message> again = [.. received.Select(message => message with { VisibleAt = now + visibility })];
        again.ForEach(message => content.Put(message, now));
        content.Attempts.Keep(attempt, again, now);
        return again;
    }

    // Each message of a FIFO queue waits for those of its group before it, and as many of a group as can be go together.
    private List<Message> Pick(int most, List<Message> dead)
    {
        var picked = new List<Message>();
        var groups = new HashSet<string>();
        foreach (var message in content.Visible)
        {
            var candidates = !settings.IsFifo ? [message] : groups.Add(message.GroupId!) ? content.Ready(message.GroupId!) : [];
            foreach (var candidate in candidates)
            {
                if (picked.Count == most)
                {
                    return picked;
                }

                (IsExhausted(candidate) ? dead : picked).Add(candidate);
            }
        }

        return picked;
    }

    private bool IsExhausted(Message message) => settings.Redrive is { } redrive && message.Receives >= redrive.MaxReceives;

    private Message Hand(Message message, DateTimeOffset now, TimeSpan visibility)
    {
        var handed = message with
        {
            Receives = message.Receives + 1,
            FirstReceived = message.FirstReceived ?? now,
            LastReceived = now,
            VisibleAt = now + visibility,
            Receipt = ReceiptHandle.Of(message, settings.Name),
        };
        content.Put(handed, now);
        return handed;
    }

    // A runner that is killed in between leaves a message in both queues rather than in none.
    private void MoveToDeadLetters(List<Message> dead)
    {
        foreach (var message in dead)
        {
            using var span = DeadLetterSpan.Begin(settings, message);
            find(settings.Redrive!.TargetArn)!.PutIn(message with { DeadLetterSource = settings.Arn });
            content.Delete(message);
        }
    }

    private Message? Received(string receipt, DateTimeOffset now)
    {
        const string Expired = "The receipt handle has expired";
        const string Invalid = "ReceiptHandleIsInvalid";
        if (ReceiptHandle.Read(receipt) is not var (id, queue))
        {
            throw new SqsException(Invalid, $"The input receipt handle \"{receipt}\" is not a valid receipt handle.");
        }

        if (queue is not null && queue != settings.Name)
        {
            throw new SqsException(Invalid, $"The receipt handle \"{receipt}\" is not valid for this queue.");
        }

        var message = content.Find(id);
        return settings.IsFifo && message is not null && (message.Receipt != receipt || message.VisibleAt <= now)
            ? throw SqsException.Invalid("ReceiptHandle", receipt, $"{Expired}.", Invalid, Expired)
            : message;
    }
}
