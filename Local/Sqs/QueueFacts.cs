namespace Lexicon.Local.Sqs;

/// <summary>What other services may know of a queue.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Url">Its URL.</param>
/// <param name="IsFifo">Whether it keeps the order of each message group.</param>
/// <param name="VisibilityTimeout">How long a received message stays hidden.</param>
internal sealed record QueueFacts(string Arn, Uri Url, bool IsFifo, TimeSpan VisibilityTimeout);
