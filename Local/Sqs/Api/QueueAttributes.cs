using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// GetQueueAttributes
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html).
/// </summary>
internal static class QueueAttributes
{
    private const string Every = "All";

    /// <summary>The attributes with these names; <c>All</c> is every one.</summary>
    /// <exception cref="SqsException">There is no attribute of a name.</exception>
    public static JsonObject Describe(Queue queue, IReadOnlySet<string> names)
    {
        var all = All(queue);
        if (names.FirstOrDefault(name => name != Every && !all.ContainsKey(name)) is { } unknown)
        {
            throw new SqsException("InvalidAttributeName", $"Unknown Attribute {unknown}.");
        }

        var attributes = new JsonObject(all
            .Where(value => value.Value is not null && (names.Contains(Every) || names.Contains(value.Key)))
            .Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        return attributes.Count == 0 ? [] : new() { ["Attributes"] = attributes };
    }

    private static Dictionary<string, string?> All(Queue queue)
    {
        var settings = queue.Settings;
        var (visible, hidden, delayed) = queue.Count();
        var created = Text(queue.Content.Created.ToUnixTimeSeconds());
        return new()
        {
            ["QueueArn"] = settings.Arn,
            ["ApproximateNumberOfMessages"] = Text(visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(hidden),
            ["ApproximateNumberOfMessagesDelayed"] = Text(delayed),
            ["CreatedTimestamp"] = created,
            ["LastModifiedTimestamp"] = created,
            ["VisibilityTimeout"] = Text(settings.VisibilityTimeout.TotalSeconds),
            ["MaximumMessageSize"] = Text(settings.LargestMessage),
            ["MessageRetentionPeriod"] = Text(settings.Retention.TotalSeconds),
            ["DelaySeconds"] = Text(settings.Delay.TotalSeconds),
            ["ReceiveMessageWaitTimeSeconds"] = Text(settings.ReceiveWait.TotalSeconds),
            ["Policy"] = Document(settings.Policy),
            ["RedrivePolicy"] = Document(settings.Redrive?.Document),
            ["RedriveAllowPolicy"] = Document(settings.RedriveAllow?.Document),
            ["FifoQueue"] = settings.IsFifo ? "true" : null,
            ["DeduplicationScope"] = settings.Fifo?.Scope,
            ["FifoThroughputLimit"] = settings.Fifo?.ThroughputLimit,
            ["ContentBasedDeduplication"] = settings.Fifo is { } fifo ? Text(fifo.DeduplicatesByContent) : null,
            ["KmsMasterKeyId"] = settings.KmsKey,
            ["KmsDataKeyReusePeriodSeconds"] = settings.KmsKey is null ? null : Text(settings.KmsReuseSeconds ?? 300),
            ["SqsManagedSseEnabled"] = Text(settings.IsSseManaged),
        };
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";

    private static string? Document(JsonNode? document) => document?.ToJsonString(AwsJson.Options);
}
