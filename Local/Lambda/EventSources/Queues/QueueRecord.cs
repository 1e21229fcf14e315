using System.Text.Json.Nodes;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.EventSources.Queues;

/// <summary>A message as its function gets it (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html).</summary>
internal static class QueueRecord
{
    // The order in which Lambda writes them.
    private static readonly List<string> SystemAttributes =
    [
        "ApproximateReceiveCount", "SentTimestamp", "SequenceNumber", "MessageGroupId", "SenderId", "MessageDeduplicationId",
        "ApproximateFirstReceiveTimestamp",
    ];

    /// <summary>The record of a message.</summary>
    public static JsonObject From(ReceivedMessage message, string queueArn)
    {
        var record = new JsonObject
        {
            ["messageId"] = message.MessageId,
            ["receiptHandle"] = message.ReceiptHandle,
            ["body"] = message.Body,
            ["attributes"] = new JsonObject(
                message.Attributes.OrderBy(attribute => SystemAttributes.IndexOf(attribute.Key))
                    .Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value))),
            ["messageAttributes"] = new JsonObject(
                message.MessageAttributes.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)From(attribute.Value)))),
        };
        if (message.Md5OfMessageAttributes is { } digest)
        {
            record["md5OfMessageAttributes"] = digest;
        }

        record["md5OfBody"] = message.Md5OfBody;
        record["eventSource"] = "aws:sqs";
        record["eventSourceARN"] = queueArn;
        record["awsRegion"] = Account.Region;
        return record;
    }

    private static JsonObject From(MessageAttribute attribute)
    {
        var value = attribute.BinaryValue is { } binary
            ? new JsonObject { ["binaryValue"] = Convert.ToBase64String(binary) }
            : new JsonObject { ["stringValue"] = attribute.StringValue };
        value["stringListValues"] = new JsonArray();
        value["binaryListValues"] = new JsonArray();
        value["dataType"] = attribute.DataType;
        return value;
    }
}
