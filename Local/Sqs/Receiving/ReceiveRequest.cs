namespace Lexicon.Local.Sqs.Receiving;

/// <summary>
/// What somebody asks of a queue (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html).
/// </summary>
/// <param name="Most">The most messages.</param>
/// <param name="Visibility">How long they are hidden; null: as long as the queue says.</param>
/// <param name="Attempt">In a FIFO queue: what the same attempt, made again, is known by.</param>
internal sealed record ReceiveRequest(int Most, TimeSpan? Visibility = null, string? Attempt = null);
