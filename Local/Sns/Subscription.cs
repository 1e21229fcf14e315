using System.Text.Json.Nodes;

namespace Lexicon.Local.Sns;

/// <summary>A subscription to a topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Protocol"><c>sqs</c>, <c>lambda</c>, <c>email</c> or <c>email-json</c>.</param>
/// <param name="Endpoint">The ARN of the queue or function, or the address.</param>
internal sealed record Subscription(string Arn, string TopicArn, string Protocol, string Endpoint)
{
    /// <summary>Which notifications it gets; null: all.</summary>
    public FilterPolicy? Filter { get; init; }

    /// <summary>Whether a queue gets the message alone.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The queue for notifications that cannot be delivered; null: they are discarded.</summary>
    public string? DeadLetterQueue { get; init; }

    /// <summary>What says so in the template.</summary>
    public JsonNode? RedrivePolicy { get; init; }

    /// <summary>Whether another one is to the same endpoint by the same protocol.</summary>
    public bool IsOfSameEndpoint(Subscription other) => (Protocol, Endpoint) == (other.Protocol, other.Endpoint);

    /// <summary>Whether another one delivers the same in the same way.</summary>
    public bool IsSame(Subscription other) =>
        IsOfSameEndpoint(other)
        && (Filter?.Document, Filter?.Scope, IsRaw, DeadLetterQueue)
            == (other.Filter?.Document, other.Filter?.Scope, other.IsRaw, other.DeadLetterQueue);
}
