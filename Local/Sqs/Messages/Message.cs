using System.Globalization;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>A message as a queue keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">Its body.</param>
/// <param name="Attributes">Its attributes by name.</param>
/// <param name="Sender">Who sent it: the value of <c>SenderId</c>.</param>
/// <param name="Sent">When.</param>
internal sealed record Message(
    string Id, string Body, IReadOnlyDictionary<string, MessageAttribute> Attributes, string Sender, DateTimeOffset Sent)
{
    /// <summary>Its place in the queue: a later message has a higher number.</summary>
    public long Number { get; init; }

    /// <summary>Until when it is hidden.</summary>
    public DateTimeOffset VisibleAt { get; init; }

    /// <summary>How often it was received.</summary>
    public int Receives { get; init; }

    /// <summary>When it was received first.</summary>
    public DateTimeOffset? FirstReceived { get; init; }

    /// <summary>When it was received last.</summary>
    public DateTimeOffset? LastReceived { get; init; }

    /// <summary>The receipt handle of the last time; null while it has not been received from this queue.</summary>
    public string? Receipt { get; init; }

    /// <summary>The message group, if it has one.</summary>
    public string? GroupId { get; init; }

    /// <summary>In a FIFO queue: what duplicates are known by.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>In a FIFO queue: a number of 20 digits, higher for each later message.</summary>
    public string? SequenceNumber { get; init; }

    /// <summary>The trace that it belongs to (<c>AWSTraceHeader</c>).</summary>
    public string? TraceHeader { get; init; }

    /// <summary>In a dead-letter queue: the ARN of the queue that it comes from.</summary>
    public string? DeadLetterSource { get; init; }

    /// <summary>The message as a receiver gets it.</summary>
    public ReceivedMessage ToReceived() => new(Id, Receipt!, Body, [.. SystemAttributes()], Attributes);

    private IEnumerable<KeyValuePair<string, string>> SystemAttributes() =>
        from attribute in ((string Name, string? Value)[])
        [
            ("SenderId", Sender),
            ("SentTimestamp", Milliseconds(Sent)),
            ("ApproximateReceiveCount", Receives.ToString(CultureInfo.InvariantCulture)),
            ("ApproximateFirstReceiveTimestamp", Milliseconds(FirstReceived!.Value)),
            ("SequenceNumber", SequenceNumber),
            ("MessageDeduplicationId", DeduplicationId),
            ("MessageGroupId", GroupId),
            ("AWSTraceHeader", TraceHeader),
            ("DeadLetterQueueSourceArn", DeadLetterSource),
        ]
        where attribute.Value is not null
        select KeyValuePair.Create(attribute.Name, attribute.Value);

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
