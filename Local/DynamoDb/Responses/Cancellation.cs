using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// Why a transaction was cancelled, item by item: the engine sometimes fails the whole request, or gives no reason
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

    /// <summary>Corrects the reasons that the engine gave.</summary>
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
                : KeyErrors.OfKey(part.Get("Key"), keys)
                    ?? (action == "Update" ? KeyErrors.OfIndexes(UpdatedAttributes.OfIndexKeys(part, keys), keys) : null));
        }

        return reasons.Exists(static reason => reason is not null) ? Error(reasons) : null;
    }

    /// <summary>The error of a transaction that one item's state fails; null when the message is of another kind.</summary>
    public static JsonObject? OfItem(JsonElement request, string message)
    {
        var actions = Actions(request).ToList();
        var failed = OfUpdates.Contains(message) ? Failed(actions) : -1;
        return failed < 0 ? null : Error([.. actions.Select((_, number) => number == failed ? message : null)]);
    }

    // The engine does not say which update it was: only a path can lead nowhere.
    private static int Failed(List<(string Action, JsonElement Part)> actions)
    {
        var withPath = actions.FindIndex(static one =>
            one.Action == "Update" && one.Part.Text("UpdateExpression").AsSpan().ContainsAny('.', '['));
        return withPath >= 0 ? withPath : actions.FindIndex(static one => one.Action == "Update");
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
