using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// <c>ConsumedCapacity</c> where DynamoDB Local counts otherwise: a transaction's writes twice too often, the items that a batch does not
/// find not at all, and a deletion that finds nothing even where nobody asks
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
/// </summary>
internal static class ItemCapacity
{
    private const string Member = "ConsumedCapacity";
    private const double LeastOfWrite = 2;

    private static readonly string[] Indexes = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"];

    /// <summary>Whether a request asks for one that is counted otherwise.</summary>
    public static bool Asked(string operation, JsonElement request) => request.Text("ReturnConsumedCapacity") is "TOTAL" or "INDEXES"
        ? operation is "TransactWriteItems" or "TransactGetItems" or "BatchGetItem"
        : operation == "DeleteItem" && request.Text("ReturnValues") == "ALL_OLD";

    /// <summary>Corrects a response.</summary>
    public static void Correct(string operation, JsonElement request, JsonNode answer)
    {
        if (operation == "DeleteItem")
        {
            answer.AsObject().Remove(Member);
        }

        foreach (var consumed in (answer[Member] as JsonArray ?? []).OfType<JsonObject>())
        {
            switch (operation)
            {
                case "TransactWriteItems" when consumed.ContainsKey("WriteCapacityUnits"):
                    Halve(consumed, Writes(request, (string)consumed["TableName"]!));
                    break;
                case "TransactGetItems" when consumed["Table"] is JsonObject table:
                    table["ReadCapacityUnits"] = table["CapacityUnits"]!.DeepClone();
                    break;
                case "BatchGetItem":
                    AddMissing(consumed, request, answer);
                    break;
            }
        }
    }

    private static int Writes(JsonElement request, string table) => request.Items("TransactItems")
        .SelectMany(static item => item.EnumerateObject())
        .Count(action => action.Value.ValueKind == JsonValueKind.Object
            && TableNames.NameOf(action.Value.Text("TableName")!) == table);

    private static void Halve(JsonObject consumed, int writes)
    {
        var indexes = Indexes.SelectMany(kind => (consumed[kind] as JsonObject ?? []).Select(static index => index.Value!.AsObject()))
            .ToList();
        var ofIndexes = indexes.Sum(static index => (double)index["CapacityUnits"]!) / 2;

        // Without the parts, the indexes' share is not known: it is none at least.
        var all = (double)consumed["CapacityUnits"]! / 2;
        var ofTable = Math.Max(all - ofIndexes, LeastOfWrite * writes);
        Set(consumed, Math.Max(all, ofTable + ofIndexes));
        if (consumed["Table"] is JsonObject table)
        {
            Set(table, ofTable);
        }

        foreach (var index in indexes)
        {
            Set(index, (double)index["CapacityUnits"]! / 2);
        }
    }

    private static void Set(JsonObject consumed, double units)
    {
        consumed["CapacityUnits"] = units;
        consumed["WriteCapacityUnits"] = units;
    }

    private static void AddMissing(JsonObject consumed, JsonElement request, JsonNode answer)
    {
        var name = (string)consumed["TableName"]!;
        var asked = request.Members("RequestItems").First(table => TableNames.NameOf(table.Name) == name).Value;
        var found = (answer["Responses"]?[name] as JsonArray)?.Count ?? 0;
        var left = (answer["UnprocessedKeys"]?[name]?["Keys"] as JsonArray)?.Count ?? 0;
        var missing = asked.Items("Keys").Count() - found - left;
        var least = asked.Get("ConsistentRead").ValueKind == JsonValueKind.True ? 1 : 0.5;
        foreach (var part in new[] { consumed, consumed["Table"] as JsonObject }.OfType<JsonObject>())
        {
            part["CapacityUnits"] = Math.Max((double)part["CapacityUnits"]!, 0) + (missing * least);
        }
    }
}
