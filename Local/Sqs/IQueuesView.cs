namespace Lexicon.Local.Sqs;

/// <summary>The queues, for whoever looks at them: nothing is received, and nothing hidden, by looking.</summary>
internal interface IQueuesView
{
    /// <summary>What is in each queue, by name.</summary>
    IReadOnlyList<QueueContents> Queues { get; }

    /// <summary>The oldest messages of a queue, those that are hidden included; null when there is no such queue.</summary>
    IReadOnlyList<SeenMessage>? Look(string queueName, int most);
}
