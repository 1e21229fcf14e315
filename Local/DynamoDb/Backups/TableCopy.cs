using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>Reads all of a table from the engine, and makes another one of it.</summary>
internal sealed class TableCopy(EngineClient engine)
{
    private const int BatchSize = 25;

    // What a request has of an index; the rest of its description is the engine's.
    private static readonly string[] OfIndex = ["IndexName", "KeySchema", "Projection"];

    /// <summary>The engine's description of a table; null where there is none.</summary>
    public async Task<JsonObject?> DescribeAsync(string table, CancellationToken cancellation) =>
        (await engine.TryCallAsync("DescribeTable", Named(table), cancellation))?["Table"]?.DeepClone().AsObject();

    /// <summary>The engine's description of a table's time to live.</summary>
    public async Task<JsonObject?> DescribeTimeToLiveAsync(string table, CancellationToken cancellation) =>
        (await engine.TryCallAsync("DescribeTimeToLive", Named(table), cancellation))?["TimeToLiveDescription"]?.DeepClone().AsObject();

    /// <summary>All items of a table.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(string table, CancellationToken cancellation)
    {
        List<JsonNode> items = [];
        JsonNode? after = null;
        do
        {
            var request = Named(table);
            request["ConsistentRead"] = true;
            if (after is not null)
            {
                request["ExclusiveStartKey"] = after.DeepClone();
            }

            var page = await engine.CallAsync("Scan", request, cancellation);
            items.AddRange(page["Items"]!.AsArray().Select(item => item!.DeepClone()));
            after = page["LastEvaluatedKey"];
        }
        while (after is not null);
        return items;
    }

    /// <summary>
    /// Creates a table like another one, with what a restore carries over: keys, indexes, capacity
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CreateBackup.html).
    /// </summary>
    /// <returns>Its description.</returns>
    public async Task<JsonObject> CreateAsync(JsonObject like, string name, JsonElement overrides, CancellationToken cancellation)
    {
        var globals = Indexes(like, "GlobalSecondaryIndexes", overrides.Get("GlobalSecondaryIndexOverride"));
        var locals = Indexes(like, "LocalSecondaryIndexes", overrides.Get("LocalSecondaryIndexOverride"));
        var keys = globals.Concat(locals).Append(like).SelectMany(owner => KeysOf(owner["KeySchema"]!)).ToHashSet();
        var mode = overrides.Text("BillingModeOverride") ?? (string?)like["BillingModeSummary"]?["BillingMode"];
        var isOnDemand = mode == "PAY_PER_REQUEST";
        var request = Named(name);
        request["KeySchema"] = like["KeySchema"]!.DeepClone();
        request["AttributeDefinitions"] = new JsonArray(
            [.. like["AttributeDefinitions"]!.AsArray().Where(one => keys.Contains((string)one!["AttributeName"]!)).Select(Clone)]);
        request["BillingMode"] = isOnDemand ? "PAY_PER_REQUEST" : "PROVISIONED";
        if (!isOnDemand)
        {
            request["ProvisionedThroughput"] = overrides.Get("ProvisionedThroughputOverride") is { ValueKind: JsonValueKind.Object } given
                ? JsonNode.Parse(given.GetRawText())
                : Throughput(like);
        }

        foreach (var index in isOnDemand ? [] : globals)
        {
            index["ProvisionedThroughput"] ??= request["ProvisionedThroughput"]!.DeepClone();
        }

        Add("GlobalSecondaryIndexes", globals);
        Add("LocalSecondaryIndexes", locals);
        return (await engine.CallAsync("CreateTable", request, cancellation)).AsObject();

        void Add(string member, IReadOnlyList<JsonObject> indexes)
        {
            if (indexes is not [])
            {
                request[member] = new JsonArray([.. indexes]);
            }
        }
    }

    /// <summary>Writes items into a table.</summary>
    public async Task WriteAsync(string table, IEnumerable<JsonNode> items, CancellationToken cancellation)
    {
        foreach (var batch in items.Chunk(BatchSize))
        {
            JsonNode? left = new JsonObject
            {
                [table] = new JsonArray([.. batch.Select(item => new JsonObject { ["PutRequest"] = new JsonObject { ["Item"] = item } })]),
            };
            while (left?.AsObject().Count > 0)
            {
                var answer = await engine.CallAsync("BatchWriteItem", new() { ["RequestItems"] = left.DeepClone() }, cancellation);
                left = answer["UnprocessedItems"];
            }
        }
    }

    private static JsonObject Named(string table) => new() { ["TableName"] = table };

    private static JsonNode? Clone(JsonNode? node) => node?.DeepClone();

    private static IEnumerable<string> KeysOf(JsonNode schema) => schema.AsArray().Select(key => (string)key!["AttributeName"]!);

    // A restore may leave indexes out, and make no others:
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableFromBackup.html.
    private static IReadOnlyList<JsonObject> Indexes(JsonObject like, string member, JsonElement given)
    {
        var there = (like[member]?.AsArray() ?? []).Select(index => index!.AsObject()).ToList();
        if (given.ValueKind is JsonValueKind.Array)
        {
            var names = given.EnumerateArray().Select(index => index.Text("IndexName")).ToHashSet();
            if (names.FirstOrDefault(name => there.All(index => (string?)index["IndexName"] != name)) is { } unknown)
            {
                throw DynamoDbException.Invalid(
                    $"One or more parameter values were invalid: the source has no index {unknown}, and a restore makes no other");
            }

            there.RemoveAll(index => !names.Contains((string?)index["IndexName"]));
        }

        return [.. there.Select(index =>
        {
            var request = new JsonObject(OfIndex.Select(name => KeyValuePair.Create(name, Clone(index[name]))));
            if (index["ProvisionedThroughput"]?["ReadCapacityUnits"] is { } units && (long)units > 0)
            {
                request["ProvisionedThroughput"] = Throughput(index);
            }

            return request;
        })];
    }

    private static JsonObject Throughput(JsonObject owner) => new()
    {
        ["ReadCapacityUnits"] = Math.Max(1, (long?)owner["ProvisionedThroughput"]?["ReadCapacityUnits"] ?? 1),
        ["WriteCapacityUnits"] = Math.Max(1, (long?)owner["ProvisionedThroughput"]?["WriteCapacityUnits"] ?? 1),
    };
}
