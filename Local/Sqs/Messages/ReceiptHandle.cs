using System.Text;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>What a receiver shows to delete a message: opaque, and another one at each receipt.</summary>
internal static class ReceiptHandle
{
    /// <summary>The handle of a message that a queue hands out now.</summary>
    public static string Of(Message message, string queueName) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{message.Id} {Guid.NewGuid():n} {queueName}"));

    /// <summary>The id of its message and the name of its queue, which earlier runners left out; null when it is not a handle.</summary>
    public static (string MessageId, string? QueueName)? Read(string handle)
    {
        var bytes = new byte[handle.Length];
        return Convert.TryFromBase64String(handle, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(' ') is [var id, _, .. { Length: < 2 } queue]
            && Guid.TryParse(id, out _)
            ? (id, queue.FirstOrDefault())
            : null;
    }
}
