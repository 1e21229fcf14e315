using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs;

/// <summary>
/// A standard queue: messages are delivered at least once, hidden while somebody works on them, and kept until they are
/// deleted or too old
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html).
/// </summary>
internal sealed class Queue(QueueSettings settings, QueueContent content, TimeProvider time)
{
    /// <summary>What the template declares of it.</summary>
    public QueueSettings Settings => settings;

    /// <summary>Its messages, which outlive what the template declares of it.</summary>
    public QueueContent Content => content;

    /// <summary>Done when the next message comes.</summary>
    public Task Arrival
    {
        get
        {
            lock (content.Gate)
            {
                return content.Arrival.Task;
            }
        }
    }

    /// <summary>Adds a message.</summary>
    public Message Send(NewMessage sent, string sender)
    {
        MessageCheck.Check(sent.Body, sent.Attributes, settings.LargestMessage);
        var now = time.GetUtcNow();
        var message = new Message(Guid.NewGuid().ToString(), sent.Body, sent.Attributes, sender, now);
        lock (content.Gate)
        {
            Kept(now).Add(message);
            content.Files.Save(message);
            content.Hidden[message.Id] = now + (sent.Delay ?? settings.Delay);
            content.Arrive();
        }

        return message;
    }

    /// <summary>The oldest messages that nobody works on, hidden from others from now on; each with its receipt.</summary>
    public IReadOnlyList<(Message Message, string Receipt)> Receive(int most, TimeSpan? visibilityTimeout = null)
    {
        var now = time.GetUtcNow();
        lock (content.Gate)
        {
            var visible = Kept(now).Where(message => !IsHidden(message, now)).Take(most).ToList();
            return [.. visible.Select(message => Hand(message, now, now + (visibilityTimeout ?? settings.VisibilityTimeout)))];
        }
    }

    /// <summary>
    /// What there is, or what comes or appears before the wait is over
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html). Nothing is
    /// handed to a caller who has gone.
    /// </summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        int most, TimeSpan? visibility, TimeSpan wait, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + wait;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var arrival = Arrival;
            var received = Receive(most, visibility);
            var now = time.GetUtcNow();
            if (received.Count > 0 || now >= end)
            {
                return [.. received.Select(one => one.Message.ToReceived(one.Receipt))];
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

    /// <summary>Changes until when a message is hidden that somebody works on.</summary>
    /// <exception cref="SqsException">It is no receipt, or the message is not in flight.</exception>
    public void ChangeVisibility(string receipt, TimeSpan timeout)
    {
        var id = ReceiptHandle.MessageOf(receipt)
            ?? throw new SqsException("ReceiptHandleIsInvalid", $"The input receipt handle \"{receipt}\" is not a valid receipt handle.");
        var now = time.GetUtcNow();
        lock (content.Gate)
        {
            if (Kept(now).Find(message => message.Id == id) is not { } message || !IsHidden(message, now))
            {
                throw SqsException.Invalid($"Value {receipt} for parameter ReceiptHandle is invalid. Reason: Message does not exist or "
                    + "is not available for visibility timeout change.");
            }

            content.Hidden[id] = now + timeout;
            content.Arrive();
        }
    }

    /// <summary>Deletes what a receipt is for; one that is gone already is deleted well enough.</summary>
    /// <exception cref="SqsException">It is no receipt.</exception>
    public void Delete(string receipt)
    {
        var id = ReceiptHandle.MessageOf(receipt)
            ?? throw new SqsException("ReceiptHandleIsInvalid", $"The input receipt handle \"{receipt}\" is not a valid receipt handle.");
        lock (content.Gate)
        {
            if (Kept(time.GetUtcNow()).Find(message => message.Id == id) is { } message)
            {
                Remove(message);
            }
        }
    }

    /// <summary>Deletes everything.</summary>
    public void Purge()
    {
        lock (content.Gate)
        {
            foreach (var message in Kept(time.GetUtcNow()).ToList())
            {
                Remove(message);
            }
        }
    }

    /// <summary>How many messages may be received now, how many are worked on, and how many are yet to be seen first.</summary>
    public (int Visible, int Hidden, int Delayed) Count()
    {
        var now = time.GetUtcNow();
        lock (content.Gate)
        {
            var away = Kept(now).Where(message => IsHidden(message, now)).ToList();
            var delayed = away.Count(message => message.Receives == 0);
            return (Kept(now).Count - away.Count, away.Count - delayed, delayed);
        }
    }

    /// <summary>When the next hidden message appears; null when none is hidden.</summary>
    public DateTimeOffset? NextAppearance()
    {
        var now = time.GetUtcNow();
        lock (content.Gate)
        {
            return content.Hidden.Values.Where(until => until > now).Select(until => (DateTimeOffset?)until).Min();
        }
    }

    private bool IsHidden(Message message, DateTimeOffset now) => content.Hidden.TryGetValue(message.Id, out var until) && until > now;

    private (Message Message, string Receipt) Hand(Message message, DateTimeOffset now, DateTimeOffset hiddenUntil)
    {
        var handed = message with { Receives = message.Receives + 1, FirstReceived = message.FirstReceived ?? now };
        content.Messages![content.Messages.IndexOf(message)] = handed;
        content.Files.Save(handed);
        content.Hidden[handed.Id] = hiddenUntil;
        return (handed, ReceiptHandle.Of(handed));
    }

    private void Remove(Message message)
    {
        content.Messages!.Remove(message);
        content.Hidden.Remove(message.Id);
        content.Files.Delete(message);
    }

    /// <summary>What is kept, those that are too old removed.</summary>
    private List<Message> Kept(DateTimeOffset now)
    {
        content.Messages ??= [.. content.Files.Load()];
        foreach (var old in content.Messages.Where(message => message.Sent + settings.Retention <= now).ToList())
        {
            Remove(old);
        }

        return content.Messages;
    }
}
