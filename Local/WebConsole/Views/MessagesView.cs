using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.WebSockets;
using Lexicon.Local.Cognito;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>What waits, and what has been sent: queues, topics, rules, connections, mails.</summary>
internal sealed class MessagesView : IView
{
    private const int MostMessages = 100;

    private readonly AwsCalls _aws;
    private readonly IQueuesView _queues;
    private readonly ITopicsView _topics;
    private readonly ITopics _sent;
    private readonly IConnectionsView _connections;
    private readonly ISentCodes _codes;

    /// <summary>The view of these services.</summary>
    public MessagesView(
        AwsCalls aws, IQueuesView queues, ITopicsView topics, ITopics sent, IConnectionsView connections, ISentCodes codes)
    {
        (_aws, _queues, _topics, _sent, _connections, _codes) = (aws, queues, topics, sent, connections, codes);
        Routes =
        [
            ConsoleRoute.Get("/queues", "Every queue, and how much is in it.", _ => Queues()),
            ConsoleRoute.Get("/queues/{name}/messages", "The oldest messages of a queue. Nothing is received by it.", Messages) with
            {
                Query = new Dictionary<string, string>
                {
                    ["limit"] = $"How many at most: 20 if nothing is said, {MostMessages} at most.",
                },
            },
            ConsoleRoute.Post(
                "/queues/{name}/redrive", "Moves the messages of a dead-letter queue back to where they come from.", RedriveAsync),
            ConsoleRoute.Get("/topics", "Every topic with its subscriptions.", _ => Topics()),
            ConsoleRoute.Get("/mails", "The mails of topics and the codes of user pools that AWS would send.", _ => Mails()),
            ConsoleRoute.Get("/rules", "Every rule with its pattern or schedule and its targets.", _ => RulesAsync()),
            ConsoleRoute.Get("/connections", "The WebSocket connections that are open.", _ => Connections()),
        ];
    }

    public string Name => "Messages";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    private JsonArray Queues() => [.. _queues.Queues.Select(queue => new JsonObject
    {
        ["name"] = queue.Name,
        ["arn"] = queue.Arn,
        ["fifo"] = queue.IsFifo,
        ["visible"] = queue.Visible,
        ["inFlight"] = queue.InFlight,
        ["delayed"] = queue.Delayed,
        ["deadLetterQueue"] = queue.DeadLetterQueue,
        ["maxReceives"] = queue.MaxReceives,
        ["isDeadLetterQueue"] = queue.IsDeadLetterQueue,
    })];

    private JsonArray Messages(ConsoleCall call) =>
    [
        .. (_queues.Look(call.Get("name"), call.Number("limit", 20, MostMessages)) ?? throw NoQueue(call))
            .Select(message => new JsonObject
            {
                ["id"] = message.Id,
                ["body"] = message.Body,
                ["attributes"] = new JsonObject(message.Attributes.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
                ["sent"] = message.Sent.ToString("O"),
                ["receives"] = message.Receives,
                ["hidden"] = message.IsHidden,
                ["group"] = message.GroupId,
                ["from"] = message.DeadLetterSource,
            }),
    ];

    private async Task<JsonNode> RedriveAsync(ConsoleCall call)
    {
        var queue = _queues.Queues.FirstOrDefault(queue => queue.Name == call.Get("name"))
            ?? throw NoQueue(call);
        return await _aws.JsonAsync("sqs", "AmazonSQS.StartMessageMoveTask", new() { ["SourceArn"] = queue.Arn });
    }

    private static ConsoleException NoQueue(ConsoleCall call) => ConsoleException.NotFound($"The queue '{call.Get("name")}'");

    private JsonArray Topics() => [.. _topics.Topics.Select(topic => new JsonObject
    {
        ["name"] = topic.Name,
        ["arn"] = topic.Arn,
        ["subscriptions"] = new JsonArray([.. topic.Subscriptions.Select(one => new JsonObject
        {
            ["protocol"] = one.Protocol,
            ["endpoint"] = one.Endpoint,
            ["deadLetterQueue"] = one.DeadLetterQueue,
        })]),
    })];

    private JsonObject Mails() => new()
    {
        ["topics"] = new JsonArray([.. _sent.Emails.Select(mail => new JsonObject
        {
            ["to"] = mail.To,
            ["subject"] = mail.Subject,
            ["body"] = mail.Body,
            ["sent"] = mail.Sent.ToString("O"),
        })]),
        ["codes"] = new JsonArray([.. _codes.Codes.Select(code => new JsonObject
        {
            ["pool"] = code.PoolId,
            ["to"] = code.To,
            ["purpose"] = code.Purpose,
            ["code"] = code.Code,
        })]),
    };

    private async Task<JsonNode> RulesAsync()
    {
        JsonArray found = [];
        var buses = (await EventsAsync("ListEventBuses", []))["EventBuses"]!.AsArray();
        foreach (var bus in buses.Select(bus => bus![nameof(Name)]!.ToString()))
        {
            foreach (var rule in (await EventsAsync("ListRules", new() { ["EventBusName"] = bus }))["Rules"]!.AsArray())
            {
                var targets = await EventsAsync(
                    "ListTargetsByRule", new() { ["Rule"] = rule![nameof(Name)]!.ToString(), ["EventBusName"] = bus });
                var shown = rule.DeepClone().AsObject();
                shown["Targets"] = targets["Targets"]!.DeepClone();
                found.Add((JsonNode)shown);
            }
        }

        return found;
    }

    private Task<JsonObject> EventsAsync(string operation, JsonObject request) =>
        _aws.JsonAsync("events", $"AWSEvents.{operation}", request, "1.1");

    private JsonArray Connections() => [.. _connections.Connections.Select(one => new JsonObject
    {
        ["id"] = one.Id,
        ["api"] = one.ApiId,
        ["stage"] = one.Stage,
        ["connected"] = one.Connected.ToString("O"),
        ["lastActive"] = one.LastActive.ToString("O"),
        ["sourceIp"] = one.SourceIp,
    })];
}
