using System.Globalization;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// What a message must have for a FIFO queue, and must not have for a standard one
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html).
/// </summary>
internal static class FifoCheck
{
    private const string OtherType = "The request include parameter that is not valid for this queue type";

    /// <summary>Refuses what the queue cannot take.</summary>
    /// <exception cref="SqsException">It cannot.</exception>
    public static void Check(NewMessage message, QueueSettings queue)
    {
        CheckId("MessageGroupId", message.GroupId);
        CheckId("MessageDeduplicationId", message.DeduplicationId);
        if (queue.Fifo is not { } fifo)
        {
            // A standard queue takes a group, which makes it a fair queue; all receivers are equal here.
            RefuseOtherType("MessageDeduplicationId", message.DeduplicationId);
            return;
        }

        if (message.Delay is { } delay && delay > TimeSpan.Zero)
        {
            RefuseOtherType("DelaySeconds", delay.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }

        RefuseWhatLacks(message, fifo);
    }

    /// <summary>Refuses what lacks that which every message of a FIFO queue has.</summary>
    /// <exception cref="SqsException">It lacks it.</exception>
    public static void RefuseWhatLacks(NewMessage message, FifoSettings fifo)
    {
        if (message.GroupId is null)
        {
            throw SqsException.Missing("MessageGroupId");
        }

        if (message.DeduplicationId is null && !fifo.DeduplicatesByContent)
        {
            throw SqsException.Invalid(
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
    }

    /// <summary>Refuses what cannot be an id of a FIFO queue.</summary>
    /// <exception cref="SqsException">It cannot.</exception>
    public static void CheckId(string parameter, string? id)
    {
        if (id is not null && !NewMessage.IsId(id))
        {
            throw SqsException.Invalid(
                parameter, id, $"{parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }

    private static void RefuseOtherType(string parameter, string? value)
    {
        if (value is not null)
        {
            throw SqsException.Invalid(parameter, value, $"{OtherType}.", entryMessage: OtherType);
        }
    }
}
