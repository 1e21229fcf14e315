using System.Text.Json;
using Lexicon.Local.DynamoDb.Schema;
using static Lexicon.Local.DynamoDb.Requests.AskedItems;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// Reads which items a request asks for by their keys
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html); none of what asks for none, or
/// what is malformed.
/// </summary>
/// <param name="keysOf">The names of the attributes of the key of a table or of one of its indexes, the partition key first.</param>
internal sealed class AskedItemsReader(Func<string, string?, IReadOnlyList<string>> keysOf)
{
    /// <summary>Reads them.</summary>
    public IEnumerable<AskedItems> Read(string operation, JsonElement request) => operation switch
    {
        "Query" => [OfQuery(request)],
        "GetItem" or "UpdateItem" or "DeleteItem" => [OfKey(operation, request.Text("TableName"), request.Get("Key"), request)],
        "PutItem" => [OfItem(request.Text("TableName"), request.Get("Item"), request)],
        "BatchGetItem" => request.Members("RequestItems")
            .SelectMany(table => table.Value.Items("Keys").Select(key => OfKey("GetItem", table.Name, key, default))),
        "BatchWriteItem" => request.Members("RequestItems")
            .Where(static table => table.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(table => table.Value.EnumerateArray().Select(write => write.Has("PutRequest")
                ? OfItem(table.Name, write.Get("PutRequest").Get("Item"), default)
                : OfKey("DeleteItem", table.Name, write.Get("DeleteRequest").Get("Key"), default))),
        "TransactGetItems" or "TransactWriteItems" => request.Items("TransactItems")
            .Where(static part => part.ValueKind == JsonValueKind.Object)
            .SelectMany(static part => part.EnumerateObject())
            .Select(part => part.Name == "Put"
                ? OfItem(part.Value.Text("TableName"), part.Value.Get("Item"), part.Value)
                : OfKey(
                    part.Name == "ConditionCheck" ? part.Name : $"{part.Name}Item", part.Value.Text("TableName"), part.Value.Get("Key"),
                    part.Value)),
        _ => [],
    };

    private AskedItems OfQuery(JsonElement request)
    {
        var (table, index) = (TableNames.NameOf(request.Text("TableName") ?? ""), request.Text("IndexName"));
        var parts = request.Text("KeyConditionExpression") is { } expression
            ? ExpressionNames.KeyParts(expression, request.Get("ExpressionAttributeNames"), request.Get("ExpressionAttributeValues"))
            : request.Members("KeyConditions").Select(OfCondition).OfType<KeyPart>();
        return new("Query", table, index, InOrder(parts, keysOf(table, index)), null);
    }

    // What was there before expressions:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.KeyConditions.html.
    private static KeyPart? OfCondition(JsonProperty condition)
    {
        List<string> values = [.. condition.Value.Items("AttributeValueList").Select(static value => value.KeyText() ?? "?")];
        var comparison = condition.Value.Text("ComparisonOperator") switch
        {
            "EQ" => "=",
            "LT" => "<",
            "LE" => "<=",
            "GT" => ">",
            "GE" => ">=",
            "BEGINS_WITH" => "begins_with",
            "BETWEEN" => "BETWEEN",
            _ => "",
        };
        return comparison.Length > 0 && values.Count == (comparison == "BETWEEN" ? 2 : 1) ? new(condition.Name, comparison, values) : null;
    }

    private AskedItems OfItem(string? table, JsonElement item, JsonElement request)
    {
        var key = keysOf(TableNames.NameOf(table ?? ""), null);
        return Of("PutItem", table, key.Select(name => (name, item.Get(name))), request);
    }

    private AskedItems OfKey(string operation, string? table, JsonElement key, JsonElement request) => Of(
        operation,
        table,
        key.ValueKind == JsonValueKind.Object ? key.EnumerateObject().Select(static part => (part.Name, part.Value)) : [],
        request);

    private AskedItems Of(
        string operation, string? table, IEnumerable<(string Name, JsonElement Value)> key, JsonElement request)
    {
        var name = TableNames.NameOf(table ?? "");
        var parts = key.Select(static part => new KeyPart(part.Name, "=", [part.Value.KeyText() ?? "?"]));
        var condition = request.Text("ConditionExpression") is { } expression
            ? ExpressionNames.ResolveAll(expression, request.Get("ExpressionAttributeNames"))
            : null;
        return new(operation, name, null, InOrder(parts, keysOf(name, null)), condition);
    }

    private static IReadOnlyList<KeyPart> InOrder(IEnumerable<KeyPart> parts, IReadOnlyList<string> key) =>
        [.. parts.OrderBy(part => key.TakeWhile(name => name != part.Attribute).Count())];
}
