namespace Lexicon.Local.Sns;

/// <summary>Who gets the notifications of a topic.</summary>
/// <param name="Protocol"><c>sqs</c>, <c>lambda</c>, <c>email</c> or <c>email-json</c>.</param>
/// <param name="Endpoint">The ARN of the queue or function, or the address.</param>
/// <param name="DeadLetterQueue">The ARN of the queue for what cannot be delivered; null: there is none.</param>
internal sealed record SubscriptionFacts(string Protocol, string Endpoint, string? DeadLetterQueue);
