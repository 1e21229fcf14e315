using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// <c>ConsumedCapacity</c> of PartiQL, which DynamoDB Local does not return: of reads by the items that are returned, of writes the least
/// that one takes, since nobody says how large its item was
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteStatement.html).
/// </summary>
internal static class StatementCapacity
{
    private const string Member = "ConsumedCapacity";
    private const int ReadUnit = 4096;

    /// <summary>Whether a request asks for it.</summary>
    public static bool Asked(string operation, JsonElement request) =>
        operation is "ExecuteStatement" or "BatchExecuteStatement" or "ExecuteTransaction"
        && request.Text("ReturnConsumedCapacity") is "TOTAL" or "INDEXES";

    /// <summary>Adds it to a response.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="answer">The response.</param>
    /// <param name="isReplay">Whether it is a transaction that was performed before: what it wrote is read.</param>
    public static void Add(string operation, JsonElement request, JsonNode answer, bool isReplay)
    {
        var statements = Statement.Of(operation, request);
        var withTable = request.Text("ReturnConsumedCapacity") == "INDEXES";
        answer[Member] = operation switch
        {
            "ExecuteStatement" => Describe(
                statements[0].Table, Units(statements[0], Items(answer["Items"]), IsConsistent(request)), null, withTable),
            "BatchExecuteStatement" => Batch(statements, request, answer, withTable),
            _ => Transaction(statements, answer, withTable, isReplay),
        };
    }

    private static JsonArray Batch(IReadOnlyList<Statement> statements, JsonElement request, JsonNode answer, bool withTable)
    {
        var responses = answer["Responses"]!.AsArray();
        return new([.. statements.Zip(request.Items("Statements"), responses)
            .Where(static one => one.Third?["Error"] is null)
            .Select(one => (JsonNode)Describe(
                one.First.Table, Units(one.First, One(one.Third?["Item"]), IsConsistent(one.Second)), null, withTable))]);
    }

    // Twice: to prepare and to commit. One entry for each table, with what it read or wrote.
    private static JsonArray Transaction(IReadOnlyList<Statement> statements, JsonNode answer, bool withTable, bool isReplay)
    {
        var responses = answer["Responses"]?.AsArray() ?? [];
        return new([.. statements
            .Select((statement, number) => (
                statement.Table,
                IsRead: statement.IsRead || isReplay,
                Units: 2 * (statement.IsRead
                    ? Units(statement, One(number < responses.Count ? responses[number]?["Item"] : null), isConsistent: true)
                    : 1)))
            .GroupBy(static one => (one.Table, one.IsRead))
            .Select(table => (JsonNode)Describe(
                table.Key.Table,
                table.Sum(static one => one.Units),
                table.Key.IsRead ? "ReadCapacityUnits" : "WriteCapacityUnits",
                withTable))]);
    }

    private static double Units(Statement statement, IEnumerable<JsonObject> items, bool isConsistent)
    {
        var read = Math.Max(1, Math.Ceiling(items.Sum(ItemSize.Of) / (double)ReadUnit));
        return !statement.IsRead ? 1 : isConsistent ? read : read / 2;
    }

    private static bool IsConsistent(JsonElement request) => request.Get("ConsistentRead").ValueKind == JsonValueKind.True;

    private static IEnumerable<JsonObject> Items(JsonNode? items) => (items as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> One(JsonNode? item) => item is JsonObject one ? [one] : [];

    private static JsonObject Describe(string? table, double units, string? kind, bool withTable)
    {
        JsonObject Part() => kind is null
            ? new() { ["CapacityUnits"] = units }
            : new() { ["CapacityUnits"] = units, [kind] = units };

        var described = Part();
        described.Insert(0, "TableName", table);
        if (withTable)
        {
            described["Table"] = Part();
        }

        return described;
    }
}
