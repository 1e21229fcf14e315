using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The tables, asked in DynamoDB's own words: what one reads here costs what a function's query would.</summary>
internal sealed class TableView : IView
{
    private const string Service = "dynamodb";
    private const string Version = "DynamoDB_20120810.";
    private const int Most = 500;

    private readonly AwsCalls _aws;
    private readonly TableStream _stream;
    private DeclaredModels _models = new([]);

    /// <summary>The view of what DynamoDB has.</summary>
    public TableView(AwsCalls aws)
    {
        _aws = aws;
        _stream = new TableStream(aws);
        Routes =
        [
            ConsoleRoute.Get("/tables", "Every table, as DescribeTable returns it.", _ => ListAsync()),
            ConsoleRoute.Get(
                "/tables/{name}/model",
                "The entities that the template declares in the metadata DataModel of the table, with keys and attributes.",
                call => _models.Of(call.Get("name"))),
            ConsoleRoute.Post("/tables/{name}/scan", "One page of all items, and what it cost.", ScanAsync) with
            {
                Body = new Dictionary<string, string>
                {
                    ["limit"] = $"How many items: {Most} at most.",
                    ["from"] = "The member next of the page before.",
                },
            },
            ConsoleRoute.Post(
                "/tables/{name}/query", "One page of a query by key: its key condition, its items, and what it cost.", QueryAsync) with
            {
                Body = new Dictionary<string, string>
                {
                    ["index"] = "The name of an index; without it the table itself.",
                    ["partition"] = "The value of the partition key.",
                    ["operator"] = "=, <, <=, >, >=, between or begins_with; without it every sort key.",
                    ["sort"] = "The value that the sort key is compared with.",
                    ["until"] = "The other value of between.",
                    ["backward"] = "Whether the last come first.",
                    ["limit"] = $"How many items: {Most} at most.",
                    ["from"] = "The member next of the page before.",
                },
            },
            ConsoleRoute.Post(
                "/tables/{name}/stream",
                "Records of the stream of the table: the newest 100, or those that have come since.",
                ReadStreamAsync) with
            {
                Body = new Dictionary<string, string> { ["from"] = "The member next of the answer before." },
            },
        ];
    }

    public string Name => "Table";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) => _models = new(graph.Nodes);

    private async Task<JsonNode> ListAsync()
    {
        JsonArray found = [];
        var names = await CallAsync("ListTables", []);
        foreach (var name in names["TableNames"]!.AsArray())
        {
            var described = await CallAsync("DescribeTable", new() { ["TableName"] = name!.ToString() });
            found.Add(described["Table"]!.DeepClone());
        }

        return found;
    }

    private async Task<JsonNode> ScanAsync(ConsoleCall call) => Page(
        await CallAsync("Scan", Paged(call.Get("name"), await call.BodyAsync())));

    private async Task<JsonNode> QueryAsync(ConsoleCall call)
    {
        var wanted = await call.BodyAsync();
        var request = Paged(call.Get("name"), wanted);
        var described = await CallAsync("DescribeTable", new() { ["TableName"] = call.Get("name") });
        var condition = KeyCondition.Of(described["Table"]!, wanted);
        request["IndexName"] = condition.Index;
        request["KeyConditionExpression"] = condition.Expression;
        request["ExpressionAttributeNames"] = condition.Names.DeepClone();
        request["ExpressionAttributeValues"] = condition.Values.DeepClone();
        request["ScanIndexForward"] = wanted["backward"]?.GetValueKind() is not System.Text.Json.JsonValueKind.True;
        if (condition.Index is null)
        {
            request.Remove("IndexName");
        }

        var page = Page(await CallAsync("Query", request));
        page["condition"] = condition.Expression;
        page["names"] = condition.Names;
        page["values"] = condition.Values;
        return page;
    }

    private async Task<JsonNode> ReadStreamAsync(ConsoleCall call)
    {
        var described = await CallAsync("DescribeTable", new() { ["TableName"] = call.Get("name") });
        return described["Table"]!["LatestStreamArn"]?.ToString() is { } arn
            ? await _stream.ReadAsync(arn, (await call.BodyAsync())["from"] as JsonObject)
            : throw ConsoleException.NotFound($"A stream of the table '{call.Get("name")}'");
    }

    private static JsonObject Paged(string table, JsonObject wanted)
    {
        var limit = int.TryParse(wanted["limit"]?.ToString(), CultureInfo.InvariantCulture, out var given) ? given : 50;
        JsonObject request = new()
        {
            ["TableName"] = table,
            ["Limit"] = Math.Clamp(limit, 1, Most),
            ["ReturnConsumedCapacity"] = "INDEXES",
        };
        if (wanted["from"] is JsonObject from)
        {
            request["ExclusiveStartKey"] = from.DeepClone();
        }

        return request;
    }

    private static JsonObject Page(JsonObject response) => new()
    {
        ["items"] = response["Items"]?.DeepClone(),
        ["count"] = response["Count"]?.DeepClone(),
        ["scanned"] = response["ScannedCount"]?.DeepClone(),
        ["capacity"] = response["ConsumedCapacity"]?.DeepClone(),
        ["next"] = response["LastEvaluatedKey"]?.DeepClone(),
    };

    private Task<JsonObject> CallAsync(string operation, JsonObject request) => _aws.JsonAsync(Service, Version + operation, request);
}
