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
    /// <summary>How often it was received.</summary>
    public int Receives { get; init; }

    /// <summary>When it was received first.</summary>
    public DateTimeOffset? FirstReceived { get; init; }

    /// <summary>The message as a receiver gets it.</summary>
    public ReceivedMessage ToReceived(string receiptHandle) => new(Id, receiptHandle, Body, SystemAttributes(), Attributes);

    private List<KeyValuePair<string, string>> SystemAttributes() =>
    [
        new("SenderId", Sender),
        new("SentTimestamp", Milliseconds(Sent)),
        new("ApproximateReceiveCount", Receives.ToString(CultureInfo.InvariantCulture)),
        new("ApproximateFirstReceiveTimestamp", Milliseconds(FirstReceived!.Value)),
    ];

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
