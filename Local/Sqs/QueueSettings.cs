using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs;

/// <summary>What a template declares of a queue.</summary>
internal sealed record QueueSettings
{
    /// <summary>The queue's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its URL.</summary>
    public required Uri Url { get; init; }

    /// <summary>How long a received message stays hidden from others.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>How long a message is kept.</summary>
    public required TimeSpan Retention { get; init; }

    /// <summary>How long a new message stays hidden.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>How long a receiver waits that does not say so itself.</summary>
    public required TimeSpan ReceiveWait { get; init; }

    /// <summary>The most bytes of a message, attributes included.</summary>
    public required int LargestMessage { get; init; }

    /// <summary>The policy of the queue, if it has one.</summary>
    public JsonNode? Policy { get; set; }

    /// <summary>Whether it keeps the order of each message group.</summary>
    public bool IsFifo { get; init; }

    /// <summary>The queue's ARN.</summary>
    public string Arn => Account.Arn("sqs", Name);
}
