using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Receiving;

/// <summary>
/// Hands out the messages of a queue: the oldest that nobody works on, hidden from others from then on. Those that were received too
/// often go to the dead-letter queue instead
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html).
/// </summary>
/// <param name="settings">What the template declares of the queue.</param>
/// <param name="content">Its messages.</param>
/// <param name="find">Finds a queue by its ARN: the dead-letter queue.</param>
/// <param name="time">The clock.</param>
internal sealed class Receiver(QueueSettings settings, QueueContent content, Func<string, Queue?> find, TimeProvider time)
{
    private const int MostInFlight = 120_000;

    /// <summary>
    /// What there is, or what comes or appears before the wait is over
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html). Nothing is
    /// handed to a caller who has gone.
    /// </summary>
    /// <param name="asked">How many messages, and how they are hidden.</param>
    /// <param name="wait">How long to wait for the first.</param>
    /// <param name="cancellation">The caller goes.</param>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveRequest asked, TimeSpan wait, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + wait;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var arrival = Arrival();
            var received = Receive(asked);
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

    private List<Message> Receive(ReceiveRequest asked)
    {
        List<Message> dead = [];
        List<Message> handed;
        lock (content.Gate)
        {
            var now = content.Refresh(time, settings.Retention);
            var visibility = asked.Visibility ?? settings.VisibilityTimeout;
            handed = settings.IsFifo && asked.Attempt is { } attempt
                ? HandOnce(attempt, asked.Most, visibility, now, dead)
                : Hand(asked.Most, visibility, now, dead);
        }

        MoveToDeadLetters(dead);
        return handed;
    }

    private List<Message> HandOnce(string attempt, int most, TimeSpan visibility, DateTimeOffset now, List<Message> dead)
    {
        var handed = Again(attempt, visibility, now) ?? Hand(most, visibility, now, dead);
        if (handed.Count > 0)
        {
            content.Attempts.Keep(attempt, handed, now);
        }

        return handed;
    }

    /// <summary>What the same attempt has received, hidden for as long again; null: it is to receive.</summary>
    private List<Message>? Again(string attempt, TimeSpan visibility, DateTimeOffset now)
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
        return again;
    }

    private List<Message> Hand(int most, TimeSpan visibility, DateTimeOffset now, List<Message> dead)
    {
        if (content.InFlight >= MostInFlight)
        {
            // A FIFO queue has no error for it.
            return settings.IsFifo ? [] : throw new SqsException("OverLimit", "The maximum number of in flight messages is reached.");
        }

        List<Message> handed = [.. Pick(most, dead).Select(message => Hand(message, visibility, now))];
        dead.ForEach(content.Forget);
        return handed;
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

    private Message Hand(Message message, TimeSpan visibility, DateTimeOffset now)
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
}
