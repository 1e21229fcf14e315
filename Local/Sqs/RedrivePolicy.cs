using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs;

/// <summary>
/// Where a queue moves messages that nobody deletes
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html).
/// </summary>
/// <param name="TargetArn">The dead-letter queue.</param>
/// <param name="MaxReceives">How often a message is handed out before it is moved.</param>
/// <param name="Document">The policy as it was written.</param>
internal sealed record RedrivePolicy(string TargetArn, int MaxReceives, JsonNode Document)
{
    private const int MostReceives = 1000;

    /// <summary>Reads a policy; null when it is none.</summary>
    public static RedrivePolicy? Read(JsonNode? document) =>
        document is JsonObject policy
        && policy.Count == 2
        && policy["deadLetterTargetArn"]?.ToString() is { Length: > 0 } target
        && int.TryParse(policy["maxReceiveCount"]?.ToString(), CultureInfo.InvariantCulture, out var most)
        && most is >= 1 and <= MostReceives
            ? new(target, most, document)
            : null;
}
