using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// <c>ItemCollectionMetrics</c>, which DynamoDB Local never returns: of each partition of a table with local secondary indexes that a
/// write has touched, its key and an estimate of its size. No local table comes near a gigabyte, so it is the lowest one
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html).
/// </summary>
internal static class ItemCollections
{
    private const string Member = "ItemCollectionMetrics";

    /// <summary>Whether a request asks for them.</summary>
    public static bool Asked(string operation, JsonElement request) => request.Text("ReturnItemCollectionMetrics") == "SIZE"
        && operation is "PutItem" or "UpdateItem" or "DeleteItem" or "BatchWriteItem" or "TransactWriteItems";

    /// <summary>Adds them to a response.</summary>
    public static async Task AddAsync(string operation, JsonElement request, JsonNode answer, Func<string, Task<TableKeys?>> keysOf)
    {
        List<(string Table, JsonObject Metrics)> found = [];
        foreach (var (table, attributes) in Writes(operation, request))
        {
            if (await keysOf(TableNames.NameOf(table)) is { HasCollections: true } keys)
            {
                found.Add((table, Metrics(attributes, keys)));
            }
        }

        if (operation is "BatchWriteItem" or "TransactWriteItems")
        {
            answer[Member] = new JsonObject(found.GroupBy(static one => one.Table, static one => one.Metrics).Select(static table =>
                KeyValuePair.Create(table.Key, (JsonNode?)new JsonArray([.. table.DistinctBy(static one => one.ToJsonString())]))));
        }
        else if (found.Count > 0)
        {
            answer[Member] = found[0].Metrics;
        }
    }

    private static IEnumerable<(string Table, JsonElement Attributes)> Writes(string operation, JsonElement request) => operation switch
    {
        "BatchWriteItem" => request.Members("RequestItems").SelectMany(static table => table.Value.EnumerateArray().Select(write =>
            (table.Name, Attributes(write.EnumerateObject().First().Value)))),
        "TransactWriteItems" => request.Items("TransactItems")
            .SelectMany(static item => item.EnumerateObject())
            .Where(static action => action.Name != "ConditionCheck" && action.Value.ValueKind == JsonValueKind.Object)
            .Select(static action => (action.Value.Text("TableName")!, Attributes(action.Value))),
        _ => [(request.Text("TableName")!, Attributes(request))],
    };

    private static JsonElement Attributes(JsonElement write) =>
        write.Get("Item") is { ValueKind: JsonValueKind.Object } item ? item : write.Get("Key");

    private static JsonObject Metrics(JsonElement attributes, TableKeys keys)
    {
        var partition = keys.Key[0].Name;
        return new()
        {
            ["ItemCollectionKey"] = new JsonObject { [partition] = DeepJson.Parse(attributes.Get(partition).GetRawText()) },
            ["SizeEstimateRangeGB"] = new JsonArray(0.0, 1.0),
        };
    }
}
