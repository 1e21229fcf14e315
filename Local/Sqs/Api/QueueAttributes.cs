using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// GetQueueAttributes
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html).
/// </summary>
internal static class QueueAttributes
{
    /// <summary>The attributes with these names; <c>All</c> is every one.</summary>
    public static JsonObject Describe(Queue queue, IReadOnlySet<string> names)
    {
        var settings = queue.Settings;
        var (visible, hidden, delayed) = queue.Count();
        var all = new Dictionary<string, string?>
        {
            ["QueueArn"] = settings.Arn,
            ["ApproximateNumberOfMessages"] = Text(visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(hidden),
            ["ApproximateNumberOfMessagesDelayed"] = Text(delayed),
            ["VisibilityTimeout"] = Text(settings.VisibilityTimeout.TotalSeconds),
            ["MessageRetentionPeriod"] = Text(settings.Retention.TotalSeconds),
            ["DelaySeconds"] = Text(settings.Delay.TotalSeconds),
            ["ReceiveMessageWaitTimeSeconds"] = Text(settings.ReceiveWait.TotalSeconds),
            ["MaximumMessageSize"] = Text(settings.LargestMessage),
            ["Policy"] = settings.Policy?.ToJsonString(),
        };
        return new()
        {
            ["Attributes"] = new JsonObject(all
                .Where(value => value.Value is not null && (names.Contains("All") || names.Contains(value.Key)))
                .Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value))),
        };
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
