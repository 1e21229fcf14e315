namespace Lexicon.Local.Sqs;

/// <summary>How much is in a queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="IsFifo">Whether it keeps the order of each message group.</param>
/// <param name="Visible">How many messages can be received.</param>
/// <param name="InFlight">How many somebody works on.</param>
/// <param name="Delayed">How many are yet to be seen first.</param>
/// <param name="DeadLetterQueue">The ARN of the queue that takes what nobody deletes; null: there is none.</param>
/// <param name="MaxReceives">How often a message is received before it goes there; null: there is none.</param>
/// <param name="IsDeadLetterQueue">Whether it takes those of another queue.</param>
internal sealed record QueueContents(
    string Name,
    string Arn,
    bool IsFifo,
    int Visible,
    int InFlight,
    int Delayed,
    string? DeadLetterQueue,
    int? MaxReceives,
    bool IsDeadLetterQueue);
