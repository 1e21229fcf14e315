using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>Errors as DynamoDB words them, where the engine has words of its own.</summary>
/// <param name="keysOf">The keys of a table, or null where there is no such table.</param>
/// <param name="expressions">Reads the expressions of a request whose table is missing.</param>
internal sealed class ErrorTranslation(Func<string, Task<TableKeys?>> keysOf, StandInTable expressions)
{
    private const string Cancelled = "TransactionCanceledException";

    // Those that are about the table itself name it.
    private static readonly HashSet<string> OnTables =
        ["DescribeTable", "UpdateTable", "DeleteTable", "DescribeTimeToLive", "UpdateTimeToLive"];

    /// <summary>The error to return.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="request">Its request.</param>
    /// <param name="error">The engine's response; it may be changed.</param>
    public async Task<JsonObject> TranslateAsync(string operation, JsonElement request, JsonObject error)
    {
        // Only a cancelled transaction spells it with a capital.
        var type = (string?)error["__type"] ?? "";
        if (type.EndsWith("#DuplicateItem", StringComparison.Ordinal))
        {
            error["__type"] = $"{type}Exception";
        }

        var message = (string?)error["message"] ?? (string?)error["Message"] ?? "";
        if (operation.StartsWith("Transact", StringComparison.Ordinal) && await CancelledAsync(request, message) is { } told)
        {
            return told;
        }

        if (type.EndsWith(Cancelled, StringComparison.Ordinal))
        {
            // Some of what the engine says of a key depends on the order of the items.
            return HasKeyReason(error) && await Cancellation.OfKeysAsync(request, keysOf) is { } keys ? keys : Mended(error);
        }

        if (message == EngineWords.NoTable && await expressions.CheckAsync(operation, request) is { } invalid)
        {
            return new() { ["__type"] = "com.amazon.coral.validate#ValidationException", ["message"] = invalid };
        }

        error.Remove("Message");
        error["message"] = await MessageAsync(operation, request, message);
        return error;
    }

    private async Task<JsonObject?> CancelledAsync(JsonElement request, string message) => EngineWords.OfKeys.Contains(message)
        ? await Cancellation.OfKeysAsync(request, keysOf)
        : Cancellation.OfItem(request, message);

    private static JsonObject Mended(JsonObject error)
    {
        Cancellation.Mend(error);
        return error;
    }

    private static bool HasKeyReason(JsonObject error) => (error["CancellationReasons"] as JsonArray ?? [])
        .Any(static reason => EngineWords.OfKeys.Contains((string?)reason!["Message"] ?? ""));

    private async Task<string> MessageAsync(string operation, JsonElement request, string message)
    {
        if (Statement.Of(operation, request) is [_, ..] statements)
        {
            return EngineWords.OfStatement(message, statements.Count == 1 ? statements[0] : null);
        }

        var table = request.Text("TableName");
        return message switch
        {
            "Conditions can be of length 1 or 2 only" => await TooManyAsync(request) ?? message,
            _ when message.StartsWith(EngineWords.NestedKey, StringComparison.Ordinal) && operation == "Query" =>
                "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
            "Type mismatch for attribute to update" when operation == "Query" => "The provided starting key is invalid",
            "The provided starting key is invalid" when operation == "Scan" => $"{message}: {EngineWords.NoMatch}",
            "Exclusive Start Key must have same size as table's key schema" when operation == "Query" =>
                "The provided starting key is invalid",
            EngineWords.NoTable when OnTables.Contains(operation) =>
                $"Requested resource not found: Table: {table} not found",
            "Cannot create preexisting table" => $"Table already exists: {table}",
            "Query condition missed key schema element" => await MissedAsync(request) is { } missed ? $"{message}: {missed}" : message,
            "Type mismatch for attribute to update" when operation is "Scan" or "Query" =>
                $"The provided starting key is invalid: {EngineWords.NoMatch}",
            _ when message.StartsWith(EngineWords.EmptyIndexKey, StringComparison.Ordinal) =>
                await EmptyIndexKeyAsync(operation, request) ?? message,
            _ when EngineWords.OfKeys.Contains(message) => await OfKeysAsync(operation, request) ?? EngineWords.ToPublic(message),
            _ => EngineWords.ToPublic(message),
        };
    }

    private async Task<string?> TooManyAsync(JsonElement request)
    {
        var keys = await keysOf(TableNames.NameOf(request.Text("TableName") ?? ""));
        var key = request.Text("IndexName") is { } index ? keys?.Indexes.GetValueOrDefault(index) : keys?.Key;
        var named = ExpressionNames.In(request.Text("KeyConditionExpression") ?? "", request.Get("ExpressionAttributeNames")).Count();
        return key is null || named < 3 ? null
            : $"The number of query conditions ({named}) exceeds the number of key attributes defined in the schema ({key.Count})";
    }

    // The first attribute of the key that no condition names.
    private async Task<string?> MissedAsync(JsonElement request)
    {
        var keys = await keysOf(TableNames.NameOf(request.Text("TableName") ?? ""));
        var key = request.Text("IndexName") is { } index ? keys?.Indexes.GetValueOrDefault(index) : keys?.Key;
        var named = request.Text("KeyConditionExpression") is { } expression
            ? ExpressionNames.In(expression, request.Get("ExpressionAttributeNames")).ToHashSet()
            : request.Members("KeyConditions").Select(static condition => condition.Name).ToHashSet();
        return key?.Select(static attribute => attribute.Name).FirstOrDefault(name => !named.Contains(name));
    }

    private async Task<string?> OfKeysAsync(string operation, JsonElement request)
    {
        foreach (var (table, item, check) in Items(operation, request))
        {
            if (await keysOf(TableNames.NameOf(table)) is { } keys && check(item, keys) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static IEnumerable<(string Table, JsonElement Item, Func<JsonElement, TableKeys, string?> Check)> Items(
        string operation, JsonElement request) => operation switch
        {
            "PutItem" => [(request.Text("TableName")!, request.Get("Item"), KeyErrors.OfItem)],
            "GetItem" or "UpdateItem" or "DeleteItem" => [(request.Text("TableName")!, request.Get("Key"), KeyErrors.OfKey)],
            "BatchGetItem" => request.Members("RequestItems").SelectMany(static table =>
                table.Value.Items("Keys").Select(key => (table.Name, key, (Func<JsonElement, TableKeys, string?>)KeyErrors.OfKey))),
            "BatchWriteItem" => request.Members("RequestItems").SelectMany(static table => table.Value.EnumerateArray().Select(write =>
                write.Get("PutRequest") is { ValueKind: JsonValueKind.Object } put
                    ? (table.Name, put.Get("Item"), (Func<JsonElement, TableKeys, string?>)KeyErrors.OfBatchedItem)
                    : (table.Name, write.Get("DeleteRequest").Get("Key"), KeyErrors.OfKey))),
            _ => [],
        };

    // The first index of the first item that is put with an empty key of one.
    private async Task<string?> EmptyIndexKeyAsync(string operation, JsonElement request)
    {
        foreach (var (table, item) in Puts(operation, request))
        {
            if (await keysOf(TableNames.NameOf(table)) is { } keys && KeyErrors.OfEmptyIndexKey(item, keys) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static IEnumerable<(string Table, JsonElement Item)> Puts(string operation, JsonElement request) =>
        operation == "TransactWriteItems"
            ? request.Items("TransactItems")
                .Select(static item => item.Get("Put"))
                .Where(static put => put.ValueKind == JsonValueKind.Object)
                .Select(static put => (put.Text("TableName")!, put.Get("Item")))
            : Items(operation, request).Select(static one => (one.Table, one.Item));
}
