using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns;

/// <summary>A notification that a topic has taken.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Published">When.</param>
/// <param name="Messages">The message by protocol; <c>default</c> is for those that are not named.</param>
internal sealed record Notification(
    string MessageId, string TopicArn, DateTimeOffset Published, IReadOnlyDictionary<string, string> Messages)
{
    /// <summary>The subject, if it has one.</summary>
    public string? Subject { get; init; }

    /// <summary>Its attributes by name.</summary>
    public required IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; }

    /// <summary>The message group.</summary>
    public string? GroupId { get; init; }

    /// <summary>In a FIFO topic: what duplicates are known by.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>In a FIFO topic: a number of 20 digits, higher for each later notification.</summary>
    public string? SequenceNumber { get; init; }

    /// <summary>The trace that it belongs to.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>How signatures are made: 1 or 2.</summary>
    public required string SignatureVersion { get; init; }

    /// <summary>What subscriptions of a protocol get.</summary>
    public string MessageFor(string protocol) => Messages.TryGetValue(protocol, out var own) ? own : Messages["default"];
}
