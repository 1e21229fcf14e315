using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// ChangeMessageVisibility and its batch
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html).
/// </summary>
internal static class ChangeMessageVisibility
{
    private const int MostSeconds = 43_200;

    /// <summary>Changes how long one message stays hidden.</summary>
    public static JsonObject One(Queue queue, JsonObject members)
    {
        var receipt = members.Text("ReceiptHandle") ?? throw SqsException.Missing("ReceiptHandle");
        var timeout = members.Seconds("VisibilityTimeout", MostSeconds) ?? throw SqsException.Missing("VisibilityTimeout");
        queue.Receipts.ChangeVisibility(receipt, timeout);
        return [];
    }

    /// <summary>Changes it for up to ten.</summary>
    public static JsonObject Batch(Queue queue, AwsCall call) => BatchRequest.Run(BatchRequest.Entries(call), entry => One(queue, entry));
}
