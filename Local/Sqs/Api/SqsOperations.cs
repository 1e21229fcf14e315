using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The operations that are served
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html): those that a dead-letter queue
/// is read with.
/// </summary>
internal sealed class SqsOperations(Queues queues)
{
    private const string Served =
        "SendMessage, ReceiveMessage, DeleteMessage, PurgeQueue, GetQueueAttributes, GetQueueUrl, ListQueues";

    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities) => new(identities,
    [
        new("SendMessage", OnQueue, call => Send(QueueOf(call), call)),
        new("ReceiveMessage", OnQueue, call => ReceiveAsync(QueueOf(call), call)),
        new("DeleteMessage", OnQueue, call => Delete(QueueOf(call), call.Request)),
        new("PurgeQueue", OnQueue, call => Purge(QueueOf(call))),
        new("GetQueueAttributes", OnQueue, call => QueueAttributes.Describe(QueueOf(call), call.Request.Names("AttributeNames"))),
        new("GetQueueUrl", OnQueue, JsonObject (call) => new() { ["QueueUrl"] = QueueOf(call).Settings.Url.AbsoluteUri }),
        new("ListQueues", OnEveryQueue, call => List(call.Request.Text("QueueNamePrefix") ?? "")),
    ])
    {
        Otherwise = name => throw NotServed(name),
        Denied = message => new SqsException("AccessDenied", message),
    };

    /// <summary>The error for an operation that is not served.</summary>
    public static AwsException NotServed(string operation) =>
        new SqsException("InvalidAction", $"{operation}: of SQS, the local runner serves {Served}.");

    /// <summary>
    /// The queue's own policy decides, too
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html).
    /// </summary>
    private Permission OnQueue(AwsCall call)
    {
        var settings = QueueOf(call).Settings;
        return new($"sqs:{call.Operation}", settings.Arn) { ResourcePolicy = settings.Policy };
    }

    private static Permission OnEveryQueue(AwsCall call) => new($"sqs:{call.Operation}", Account.Arn("sqs", "*"));

    private Queue QueueOf(AwsCall call) =>
        queues.Find(call.Request.Text("QueueUrl") ?? call.Request.Text("QueueName") ?? "") ?? throw SqsException.NoQueue();

    private JsonObject List(string prefix) => new()
    {
        ["QueueUrls"] = new JsonArray([.. queues.All
            .Where(queue => queue.Settings.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(queue => (JsonNode?)queue.Settings.Url.AbsoluteUri)]),
    };

    private static JsonObject Send(Queue queue, AwsCall call)
    {
        var request = call.Request;
        var sent = new NewMessage(request.Text("MessageBody") ?? "")
        {
            Attributes = request.Map<MessageAttribute>("MessageAttributes"),
            Delay = Seconds(request, "DelaySeconds", most: 900),
        };
        var message = queue.Send(sent, call.Caller.UserId);
        return WithDigest(new() { ["MessageId"] = message.Id, ["MD5OfMessageBody"] = MessageDigest.OfBody(message.Body) }, message);
    }

    private static async Task<JsonObject> ReceiveAsync(Queue queue, AwsCall call)
    {
        var request = call.Request;
        var most = request.Number("MaxNumberOfMessages") ?? 1;
        if (most is < 1 or > 10)
        {
            throw SqsException.Invalid(string.Create(CultureInfo.InvariantCulture,
                $"Value {most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided."));
        }

        var visibility = Seconds(request, "VisibilityTimeout", most: 43_200);
        var wait = Seconds(request, "WaitTimeSeconds", most: 20) ?? queue.Settings.ReceiveWait;
        var received = await queue.ReceiveAsync(most, visibility, wait, call.Cancellation);
        var document = new ReceivedMessages(
            request.Names("MessageSystemAttributeNames").Union(request.Names("AttributeNames")).ToHashSet(),
            request.Names("MessageAttributeNames"));
        return received.Count == 0 ? [] : new()
        {
            ["Messages"] = new JsonArray([.. received.Select(document.Of)]),
        };
    }

    private static JsonObject Delete(Queue queue, JsonObject request)
    {
        queue.Delete(request.Text("ReceiptHandle") ?? "");
        return [];
    }

    private static JsonObject Purge(Queue queue)
    {
        queue.Purge();
        return [];
    }

    internal static JsonObject WithDigest(JsonObject document, Message message)
    {
        if (MessageDigest.OfAttributes(message.Attributes) is { } digest)
        {
            document["MD5OfMessageAttributes"] = digest;
        }

        return document;
    }

    private static TimeSpan? Seconds(JsonObject request, string name, int most) => request.Number(name) switch
    {
        null => null,
        { } seconds when seconds >= 0 && seconds <= most => TimeSpan.FromSeconds(seconds),
        { } other => throw SqsException.Invalid(string.Create(CultureInfo.InvariantCulture,
            $"Value {other} for parameter {name} is invalid. Reason: Must be between 0 and {most}, if provided.")),
    };
}
