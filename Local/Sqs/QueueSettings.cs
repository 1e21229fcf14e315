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

    /// <summary>What makes it a FIFO queue; null for a standard one.</summary>
    public FifoSettings? Fifo { get; init; }

    /// <summary>Where messages go that nobody deletes; null: nowhere.</summary>
    public RedrivePolicy? Redrive { get; init; }

    /// <summary>Which queues may have this one as their dead-letter queue; null: all of the account.</summary>
    public RedriveAllowPolicy? RedriveAllow { get; init; }

    /// <summary>The key that encrypts it on AWS; null: SQS's own.</summary>
    public string? KmsKey { get; init; }

    /// <summary>For how many seconds a data key of it is used again.</summary>
    public int? KmsReuseSeconds { get; init; }

    /// <summary>Whether SQS's own key encrypts it on AWS.</summary>
    public bool IsSseManaged { get; init; } = true;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The policy of the queue, if it has one.</summary>
    public JsonNode? Policy { get; set; }

    /// <summary>Whether it keeps the order of each message group.</summary>
    public bool IsFifo => Fifo is not null;

    /// <summary>The queue's ARN.</summary>
    public string Arn => Account.Arn("sqs", Name);
}
