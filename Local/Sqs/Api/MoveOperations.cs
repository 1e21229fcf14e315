using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Moves;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// StartMessageMoveTask, ListMessageMoveTasks and CancelMessageMoveTask
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html).
/// </summary>
internal sealed class MoveOperations(Queues queues, MessageMoves moves, IIdentities identities)
{
    private const int MostPerSecond = 500;
    private const int MostResults = 10;

    /// <summary>The rows of the table.</summary>
    public IEnumerable<AwsOperation> Rows =>
    [
        new("StartMessageMoveTask", call => On(Source(call), "sqs:StartMessageMoveTask"), Start),
        new("ListMessageMoveTasks", call => On(Source(call), "sqs:ListMessageMoveTasks"), List),
        new("CancelMessageMoveTask", call => On(Find(Handle(call).SourceArn, "SourceArn"), "sqs:CancelMessageMoveTask"), Cancel),
    ];

    private JsonObject Start(AwsCall call)
    {
        var source = Source(call);
        if (!queues.SourcesOf(source).Any())
        {
            throw SqsException.Invalid("Source queue must be configured as a Dead Letter Queue.");
        }

        var destination = call.Request.Text("DestinationArn") is { } arn ? Find(arn, "DestinationArn") : null;
        var rate = call.Request.Number("MaxNumberOfMessagesPerSecond");
        if (rate is < 1 or > MostPerSecond)
        {
            throw SqsException.Invalid(
                "MaxNumberOfMessagesPerSecond",
                rate.Value.ToString(CultureInfo.InvariantCulture),
                "Must be an integer between 1 and 500, if provided.");
        }

        // Who moves messages must be allowed all that moving them is
        // (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html).
        Require(call, source, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
        foreach (var target in destination is null ? queues.SourcesOf(source) : [destination])
        {
            Require(call, target, "sqs:SendMessage");
        }

        var move = moves.Start(source, destination?.Settings.Arn, rate, queues.Find);
        return new() { ["TaskHandle"] = HandleOf(move) };
    }

    private JsonObject List(AwsCall call)
    {
        var most = call.Request.Number("MaxResults") ?? 1;
        if (most is < 1 or > MostResults)
        {
            throw SqsException.Invalid(
                "MaxResults", most.ToString(CultureInfo.InvariantCulture), "Must be an integer between 1 and 10, if provided.");
        }

        return new()
        {
            ["Results"] = new JsonArray([.. moves.Of(Source(call).Settings.Arn).Take(most).Select(move => (JsonNode)Describe(move))]),
        };
    }

    private JsonObject Cancel(AwsCall call)
    {
        var (id, source) = Handle(call);
        var move = moves.Of(source).FirstOrDefault(move => move.Id == id)
            ?? throw new SqsException("ResourceNotFoundException", "Task does not exist.");
        return move.End("CANCELLED")
            ? new() { ["ApproximateNumberOfMessagesMoved"] = move.Moved }
            : throw SqsException.Invalid("Only active tasks can be cancelled.");
    }

    private static JsonObject Describe(MessageMove move)
    {
        var entry = new JsonObject { ["Status"] = move.Status, ["SourceArn"] = move.SourceArn };
        Add("TaskHandle", move.Status == MessageMove.Running ? HandleOf(move) : null);
        Add("DestinationArn", move.DestinationArn);
        if (move.PerSecond is { } rate)
        {
            entry["MaxNumberOfMessagesPerSecond"] = rate;
        }

        entry["ApproximateNumberOfMessagesMoved"] = move.Moved;
        entry["ApproximateNumberOfMessagesToMove"] = move.ToMove;
        Add("FailureReason", move.FailureReason);
        entry["StartedTimestamp"] = move.Started.ToUnixTimeMilliseconds();
        return entry;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                entry[name] = value;
            }
        }
    }

    private static string HandleOf(MessageMove move) => Convert.ToBase64String(
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["taskId"] = move.Id, ["sourceArn"] = move.SourceArn }));

    private static (string Id, string SourceArn) Handle(AwsCall call)
    {
        var handle = call.Request.Text("TaskHandle") ?? throw SqsException.Missing("TaskHandle");
        try
        {
            if (JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(handle))) is JsonObject document
                && document.Text("taskId") is { } id
                && document.Text("sourceArn") is { } source)
            {
                return (id, source);
            }
        }
        catch (Exception mistake) when (mistake is FormatException or JsonException)
        {
            // It is not a handle, as below.
        }

        throw SqsException.Invalid("Value for parameter TaskHandle is invalid.");
    }

    private static Permission On(Queue queue, string action) =>
        new(action, queue.Settings.Arn) { ResourcePolicy = queue.Settings.Policy };

    private Queue Source(AwsCall call) => Find(call.Request.Text("SourceArn") ?? throw SqsException.Missing("SourceArn"), "SourceArn");

    private Queue Find(string arn, string parameter) => queues.Find(arn) is { } queue && queue.Settings.Arn == arn
        ? queue
        : throw new SqsException(
            "ResourceNotFoundException", $"The resource that you specified for the {parameter} parameter doesn't exist.");

    private void Require(AwsCall call, Queue queue, params ReadOnlySpan<string> actions)
    {
        foreach (var action in actions)
        {
            var decision = identities.Authorize(call.Context, call.Caller, On(queue, action));
            if (!decision.Allowed)
            {
                throw new SqsException("AccessDenied", decision.Message);
            }
        }
    }
}
