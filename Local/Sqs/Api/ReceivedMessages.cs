using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// Received messages as documents (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html).
/// </summary>
/// <param name="system">The system attributes that were asked for; <c>All</c> is every one.</param>
/// <param name="attributes">The message attributes that were asked for; <c>All</c> or <c>.*</c> is every one.</param>
internal sealed class ReceivedMessages(IReadOnlySet<string> system, IReadOnlySet<string> attributes)
{
    /// <summary>One message.</summary>
    public JsonNode Of(Message message, string receipt)
    {
        var asked = message with
        {
            Attributes = message.Attributes.Where(attribute => IsAsked(attribute.Key)).ToDictionary(),
        };
        var document = SqsOperations.WithDigest(
            new()
            {
                ["MessageId"] = message.Id,
                ["ReceiptHandle"] = receipt,
                ["MD5OfBody"] = MessageDigest.OfBody(message.Body),
                ["Body"] = message.Body,
            },
            asked);
        Add(document, "Attributes", System(message).Where(value => system.Contains("All") || system.Contains(value.Key)));
        Add(document, "MessageAttributes", asked.Attributes.Select(
            attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)Document(attribute.Value))));
        return document;
    }

    private bool IsAsked(string name) => attributes.Contains("All") || attributes.Any(asked =>
        asked == name || (asked.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(asked[..^2], StringComparison.Ordinal)));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> System(Message message) =>
    [
        new("SenderId", message.Sender),
        new("SentTimestamp", Milliseconds(message.Sent)),
        new("ApproximateReceiveCount", message.Receives.ToString(CultureInfo.InvariantCulture)),
        new("ApproximateFirstReceiveTimestamp", Milliseconds(message.FirstReceived!.Value)),
    ];

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static JsonObject Document(MessageAttribute attribute) => attribute.BinaryValue is { } binary
        ? new() { ["DataType"] = attribute.DataType, ["BinaryValue"] = Convert.ToBase64String(binary) }
        : new() { ["DataType"] = attribute.DataType, ["StringValue"] = attribute.StringValue };

    private static void Add(JsonObject document, string name, IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        if (new JsonObject(members) is { Count: > 0 } some)
        {
            document[name] = some;
        }
    }
}
