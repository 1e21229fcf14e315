using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// DeleteMessage and its batch
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html).
/// </summary>
internal static class DeleteMessage
{
    /// <summary>Deletes one message.</summary>
    public static JsonObject One(Queue queue, JsonObject members)
    {
        queue.Receipts.Delete(members.Text("ReceiptHandle") ?? throw SqsException.Missing("ReceiptHandle"));
        return [];
    }

    /// <summary>Deletes up to ten.</summary>
    public static JsonObject Batch(Queue queue, AwsCall call) => BatchRequest.Run(BatchRequest.Entries(call), entry => One(queue, entry));
}
