using System.Globalization;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Receiving;

/// <summary>
/// What a receiver does with the receipt of a message: it hides the message for longer or shorter, or deletes it
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html).
/// </summary>
/// <param name="settings">What the template declares of the queue.</param>
/// <param name="content">Its messages.</param>
/// <param name="time">The clock.</param>
internal sealed class Receipts(QueueSettings settings, QueueContent content, TimeProvider time)
{
    private static readonly TimeSpan LongestVisibility = TimeSpan.FromHours(12);

    /// <summary>Changes until when a message is hidden that was received.</summary>
    /// <exception cref="SqsException">It is not a receipt, or its message is not there, or it is hidden for too long.</exception>
    public void ChangeVisibility(string receipt, TimeSpan timeout)
    {
        lock (content.Gate)
        {
            var now = content.Refresh(time, settings.Retention);
            var message = Find(receipt, now) ?? throw SqsException.Invalid(
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
            if (Find(receipt, content.Refresh(time, settings.Retention)) is { } message)
            {
                content.Remove(message);

                // In a FIFO queue the next message of the group can be received now.
                content.Arrive();
            }
        }
    }

    private Message? Find(string receipt, DateTimeOffset now)
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
