using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// ReceiveMessage (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html).
/// </summary>
internal static class ReceiveMessage
{
    private const int MostMessages = 10;

    /// <summary>Hands out messages.</summary>
    public static async Task<JsonObject> RunAsync(Queue queue, AwsCall call)
    {
        var request = call.Request;
        var most = request.Number("MaxNumberOfMessages") ?? 1;
        if (most is < 1 or > MostMessages)
        {
            throw SqsException.Invalid(
                "MaxNumberOfMessages", most.ToString(CultureInfo.InvariantCulture), "Must be between 1 and 10, if provided.");
        }

        var visibility = request.Seconds("VisibilityTimeout", most: 43_200);
        var wait = request.Seconds("WaitTimeSeconds", most: 20) ?? queue.Settings.ReceiveWait;
        var attempt = request.Text("ReceiveRequestAttemptId");
        FifoCheck.CheckId("ReceiveRequestAttemptId", attempt);
        var received = await queue.Receiver.ReceiveAsync(new(most, visibility, attempt), wait, call.Cancellation);
        var document = new ReceivedMessages(
            request.Names("MessageSystemAttributeNames").Union(request.Names("AttributeNames")).ToHashSet(),
            request.Names("MessageAttributeNames"));
        return received.Count == 0 ? [] : new() { ["Messages"] = new JsonArray([.. received.Select(document.Of)]) };
    }
}
