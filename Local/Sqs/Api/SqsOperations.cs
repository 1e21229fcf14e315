using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The operations that are served
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html): those that a dead-letter queue
/// is read with.
/// </summary>
internal sealed class SqsOperations(Queues queues, TimeProvider time)
{
    private const string Served =
        "SendMessage, ReceiveMessage, DeleteMessage, PurgeQueue, GetQueueAttributes, GetQueueUrl and ListQueues";

    /// <summary>Performs an operation that the caller may perform.</summary>
    /// <exception cref="SqsException">It cannot be performed.</exception>
    public async Task<JsonObject> PerformAsync(string operation, JsonObject request, Caller caller, CancellationToken cancellation) =>
        operation switch
        {
            "ListQueues" => List((string?)request["QueueNamePrefix"] ?? ""),
            "GetQueueUrl" => new() { ["QueueUrl"] = QueueOf(request).Settings.Url.AbsoluteUri },
            "GetQueueAttributes" => QueueAttributes.Of(QueueOf(request), Names(request, "AttributeNames")),
            "SendMessage" => Send(QueueOf(request), request, caller),
            "ReceiveMessage" => await ReceiveAsync(QueueOf(request), request, cancellation),
            "DeleteMessage" => Delete(QueueOf(request), request),
            "PurgeQueue" => Purge(QueueOf(request)),
            _ => throw new SqsException("InvalidAction", $"{operation}: of SQS, the local runner serves {Served}."),
        };

    private Queue QueueOf(JsonObject request) =>
        queues.Find((string?)request["QueueUrl"] ?? (string?)request["QueueName"] ?? "") ?? throw SqsException.NoQueue();

    private JsonObject List(string prefix) => new()
    {
        ["QueueUrls"] = new JsonArray([.. queues.All
            .Where(queue => queue.Settings.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(queue => (JsonNode?)queue.Settings.Url.AbsoluteUri)]),
    };

    private static JsonObject Send(Queue queue, JsonObject request, Caller caller)
    {
        var attributes = request["MessageAttributes"].Deserialize<Dictionary<string, MessageAttribute>>() ?? [];
        var message = queue.Send(
            (string?)request["MessageBody"] ?? "", attributes, caller.UserId, Seconds(request, "DelaySeconds", most: 900));
        return WithDigest(new() { ["MessageId"] = message.Id, ["MD5OfMessageBody"] = MessageDigest.OfBody(message.Body) }, message);
    }

    private async Task<JsonObject> ReceiveAsync(Queue queue, JsonObject request, CancellationToken cancellation)
    {
        var most = (int?)request["MaxNumberOfMessages"] ?? 1;
        if (most is < 1 or > 10)
        {
            throw SqsException.Invalid(string.Create(CultureInfo.InvariantCulture,
                $"Value {most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided."));
        }

        var visibility = Seconds(request, "VisibilityTimeout", most: 43_200);
        var wait = Seconds(request, "WaitTimeSeconds", most: 20) ?? queue.Settings.ReceiveWait;
        var arrival = queue.Arrival;
        var received = queue.Receive(most, visibility);
        if (received.Count == 0 && wait > TimeSpan.Zero)
        {
            await Task.WhenAny(arrival, Task.Delay(wait, time, cancellation));
            received = queue.Receive(most, visibility);
        }

        var document = new ReceivedMessages(
            Names(request, "MessageSystemAttributeNames").Union(Names(request, "AttributeNames")).ToHashSet(),
            Names(request, "MessageAttributeNames"));
        return received.Count == 0 ? [] : new()
        {
            ["Messages"] = new JsonArray([.. received.Select(one => document.Of(one.Message, one.Receipt))]),
        };
    }

    private static JsonObject Delete(Queue queue, JsonObject request)
    {
        queue.Delete((string?)request["ReceiptHandle"] ?? "");
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

    private static HashSet<string> Names(JsonObject request, string member) =>
        [.. (request[member] as JsonArray ?? []).Select(name => name?.ToString() ?? "")];

    private static TimeSpan? Seconds(JsonObject request, string name, int most) => (int?)request[name] switch
    {
        null => null,
        { } seconds when seconds >= 0 && seconds <= most => TimeSpan.FromSeconds(seconds),
        { } other => throw SqsException.Invalid(string.Create(CultureInfo.InvariantCulture,
            $"Value {other} for parameter {name} is invalid. Reason: Must be between 0 and {most}, if provided.")),
    };
}
