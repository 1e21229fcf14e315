using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Tables;

namespace Lexicon.Local.DynamoDb.Answers;

/// <summary>
/// Why a transaction was cancelled, item by item: the engine sometimes fails the whole request, or tells no reason
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html).
/// </summary>
internal static class Cancellation
{
    private const string Type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
    private const string Duplicate = "Duplicate primary key exists in table";

    // What only the item itself shows, as the API reference of TransactWriteItems lists it.
    private static readonly HashSet<string> OfUpdates =
    [
        "The document path provided in the update expression is invalid for update",
        "The provided expression refers to an attribute that does not exist in the item",
        "An operand in the update expression has an incorrect data type",
        "Item size to update has exceeded the maximum allowed size",
    ];

    /// <summary>Mends the reasons that the engine told.</summary>
    public static void Mend(JsonObject error)
    {
        foreach (var reason in (error["CancellationReasons"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)reason["Message"] is { } message)
            {
                reason["Message"] = EngineWords.ToPublic(message);
                reason["Code"] = message == Duplicate ? "DuplicateItem" : reason["Code"]!.DeepClone();
            }
        }

        if (error["CancellationReasons"] is JsonArray reasons)
        {
            error["Message"] = Message(reasons.Select(static reason => (string?)reason!["Code"] ?? "None"));
        }
    }

    /// <summary>The error of a transaction with items that do not fit their tables; null when all fit.</summary>
    public static async Task<JsonObject?> OfKeysAsync(JsonElement request, Func<string, Task<TableKeys?>> keysOf)
    {
        List<string?> reasons = [];
        foreach (var (action, part) in Actions(request))
        {
            var keys = await keysOf(TableNames.NameOf(part.Text("TableName")!));
            reasons.Add(keys is null ? null
                : action == "Put" ? KeyErrors.OfItem(part.Get("Item"), keys)
                : KeyErrors.OfKey(part.Get("Key"), keys));
        }

        return reasons.Exists(static reason => reason is not null) ? Error(reasons) : null;
    }

    /// <summary>The error of a transaction with an update that the item does not allow; null when the message is of another kind.</summary>
    public static JsonObject? OfUpdate(JsonElement request, string message)
    {
        var actions = Actions(request).ToList();
        var updates = actions.Where(static one => one.Action == "Update").ToList();
        if (!OfUpdates.Contains(message) || updates.Count == 0)
        {
            return null;
        }

        // The engine does not say which one: only a path can lead nowhere.
        var failed = updates.FirstOrDefault(static one => one.Part.Text("UpdateExpression")!.AsSpan().ContainsAny('.', '['));
        failed = failed.Action is null ? updates[0] : failed;
        return Error([.. actions.Select(one => one.Equals(failed) ? message : null)]);
    }

    private static IEnumerable<(string Action, JsonElement Part)> Actions(JsonElement request) => request.Items("TransactItems")
        .SelectMany(static item => item.EnumerateObject())
        .Where(static action => action.Value.ValueKind == JsonValueKind.Object)
        .Select(static action => (action.Name, action.Value));

    private static JsonObject Error(List<string?> reasons) => new()
    {
        ["__type"] = Type,
        ["Message"] = Message(reasons.Select(static reason => reason is null ? "None" : "ValidationError")),
        ["CancellationReasons"] = new JsonArray([.. reasons.Select(static reason => (JsonNode?)(reason is null
            ? new JsonObject { ["Code"] = "None" }
            : new JsonObject { ["Code"] = "ValidationError", ["Message"] = reason }))]),
    };

    private static string Message(IEnumerable<string> codes) =>
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", codes)}]";
}
