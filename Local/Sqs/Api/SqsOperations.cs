using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Moves;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The operations that are served (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html): all but
/// those that create, change and delete queues, which the templates do.
/// </summary>
internal sealed class SqsOperations(Queues queues, MessageMoves moves)
{
    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities)
    {
        var tasks = new MoveOperations(queues, moves, identities);
        AwsOperation[] rows =
        [
            new("SendMessage", On("sqs:SendMessage"), call => SendMessage.One(QueueOf(call), call)),
            new("SendMessageBatch", On("sqs:SendMessage"), call => SendMessage.Batch(QueueOf(call), call)),
            new("ReceiveMessage", On("sqs:ReceiveMessage"), call => ReceiveMessage.RunAsync(QueueOf(call), call)),
            new("DeleteMessage", On("sqs:DeleteMessage"), call => DeleteMessage.One(QueueOf(call), call.Request)),
            new("DeleteMessageBatch", On("sqs:DeleteMessage"), call => DeleteMessage.Batch(QueueOf(call), call)),
            new(
                "ChangeMessageVisibility",
                On("sqs:ChangeMessageVisibility"),
                call => ChangeMessageVisibility.One(QueueOf(call), call.Request)),
            new(
                "ChangeMessageVisibilityBatch",
                On("sqs:ChangeMessageVisibility"),
                call => ChangeMessageVisibility.Batch(QueueOf(call), call)),
            new("PurgeQueue", On("sqs:PurgeQueue"), call => Purge(QueueOf(call))),
            new(
                "GetQueueAttributes",
                On("sqs:GetQueueAttributes"),
                call => QueueAttributes.Describe(QueueOf(call), call.Request.Names("AttributeNames"))),
            new("GetQueueUrl", OnNamed, JsonObject (call) => new() { ["QueueUrl"] = Named(call).Settings.Url.AbsoluteUri }),
            new("ListQueues", OnEveryQueue, call => QueueLists.All(queues, call.Request)),
            new("ListDeadLetterSourceQueues", On("sqs:ListDeadLetterSourceQueues"), call =>
                QueueLists.Sources(queues.SourcesOf(QueueOf(call)), call.Request)),
            new("ListQueueTags", On("sqs:ListQueueTags"), call => Tags(QueueOf(call).Settings)),
            .. tasks.Rows,
        ];
        var served = string.Join(", ", rows.Select(row => row.Name));
        return new(identities, rows)
        {
            Otherwise = name => throw NotServed(name, served),
            Denied = message => new SqsException("AccessDenied", message),
        };
    }

    /// <summary>The error for a target that names no operation of SQS.</summary>
    public static AwsException NoOperation(string target) =>
        new SqsException("InvalidAction", $"{target} is not an operation of SQS.");

    private static SqsException NotServed(string operation, string served) => new(
        "InvalidAction", $"{operation} is not supported. What queues are, the templates say; of SQS, the local runner serves {served}.");

    /// <summary>
    /// The queue's own policy decides, too. The batch of an operation needs the permission for the operation
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html).
    /// </summary>
    private Func<AwsCall, Permission> On(string action) => call => Permission(action, QueueOf(call).Settings);

    private Permission OnNamed(AwsCall call) => Permission("sqs:GetQueueUrl", Named(call).Settings);

    private static Permission OnEveryQueue(AwsCall call) => new("sqs:ListQueues", Account.Arn("sqs", "*"));

    private static Permission Permission(string action, QueueSettings settings) =>
        new(action, settings.Arn) { ResourcePolicy = settings.Policy };

    private Queue QueueOf(AwsCall call) => Find(call.Request.Text("QueueUrl") ?? throw SqsException.Missing("QueueUrl"));

    private Queue Named(AwsCall call) => Find(call.Request.Text("QueueName") ?? throw SqsException.Missing("QueueName"));

    private Queue Find(string name) => queues.Find(name) ?? throw SqsException.NoQueue();

    private static JsonObject Purge(Queue queue)
    {
        queue.Purge();
        return [];
    }

    private static JsonObject Tags(QueueSettings settings) => settings.Tags.Count == 0 ? [] : new()
    {
        ["Tags"] = new JsonObject(settings.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
    };
}
