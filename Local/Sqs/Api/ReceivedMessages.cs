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
    public JsonNode Of(ReceivedMessage message)
    {
        var asked = message with
        {
            MessageAttributes = message.MessageAttributes.Where(attribute => IsAsked(attribute.Key)).ToDictionary(),
        };
        var document = new JsonObject
        {
            ["MessageId"] = message.MessageId,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = message.Md5OfBody,
            ["Body"] = message.Body,
        };
        if (asked.Md5OfMessageAttributes is { } digest)
        {
            document["MD5OfMessageAttributes"] = digest;
        }

        Add(document, "Attributes", message.Attributes
            .Where(value => system.Contains("All") || system.Contains(value.Key))
            .Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        Add(document, "MessageAttributes", asked.MessageAttributes.Select(
            attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)Document(attribute.Value))));
        return document;
    }

    private bool IsAsked(string name) => attributes.Contains("All") || attributes.Any(asked =>
        asked == name || (asked.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(asked[..^2], StringComparison.Ordinal)));

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
