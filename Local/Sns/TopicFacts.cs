namespace Lexicon.Local.Sns;

/// <summary>A topic and who gets its notifications.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Subscriptions">Its subscriptions.</param>
internal sealed record TopicFacts(string Name, string Arn, IReadOnlyList<SubscriptionFacts> Subscriptions);
