using System.Globalization;
using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// What the service asks of a request beyond the constraints of its members, before it looks whether the table is there: one line a rule,
/// in its order (the pages of the operations in the Amazon DynamoDB API Reference).
/// </summary>
internal static class ItemRules
{
    private delegate string? Rule(JsonElement request);

    private static readonly Dictionary<string, Rule[]> ByOperation = new()
    {
        ["GetItem"] = [Twice, Values("Key")],
        ["PutItem"] = [Returns, Values("Item")],
        ["DeleteItem"] = [Returns, Values("Key")],
        ["UpdateItem"] = [Values("Key"), Updates],
        ["Query"] = [Twice, Projection, Values("ExclusiveStartKey"), Conditions],
        ["Scan"] = [Twice, Projection, Segments, Values("ExclusiveStartKey")],
        ["BatchGetItem"] = [BatchGet],
        ["BatchWriteItem"] = [BatchWrite],
        ["TransactGetItems"] = [Transaction],
        ["TransactWriteItems"] = [Transaction],
    };

    // What each action of a transaction is like by itself.
    private static readonly Dictionary<string, string> Actions = new()
    {
        ["Get"] = "GetItem",
        ["Put"] = "PutItem",
        ["Update"] = "UpdateItem",
        ["Delete"] = "DeleteItem",
        ["ConditionCheck"] = "DeleteItem",
    };

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static string? Check(string operation, JsonElement request) => ByOperation.GetValueOrDefault(operation, [])
        .Select(rule => rule(request))
        .FirstOrDefault(static found => found is not null);

    private static Rule Values(string member) => request => AttributeValueCheck.CheckAll(request.Get(member));

    private static string? Returns(JsonElement request) => request.Text("ReturnValues") is null or "NONE" or "ALL_OLD"
        ? null
        : "ReturnValues can only be ALL_OLD or NONE";

    private static string? Twice(JsonElement request) => request.Items("AttributesToGet").Select(static name => name.GetString())
        .GroupBy(static name => name)
        .Where(static group => group.Skip(1).Any())
        .Select(static group => $"One or more parameter values were invalid: Duplicate value in attribute name: {group.Key}")
        .FirstOrDefault();

    private static string? Updates(JsonElement request) => request.Members("AttributeUpdates")
        .Select(static update => update.Value.Get("Value") is { ValueKind: JsonValueKind.Object } value
            ? AttributeValueCheck.Check(value)
            : (update.Value.Text("Action") ?? "PUT") is "DELETE" ? null
            : $"One or more parameter values were invalid: Only DELETE action is allowed when no attribute value is specified")
        .FirstOrDefault(static found => found is not null);

    private static string? Projection(JsonElement request)
    {
        var names = request.Items("AttributesToGet").Any();
        var expression = request.Text("ProjectionExpression") is not null;
        var what = names ? "AttributesToGet" : "ProjectionExpression";
        return (request.Text("Select"), names || expression) switch
        {
            ("SPECIFIC_ATTRIBUTES", false) =>
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
            ("COUNT", true) => $"Cannot specify the {what} when choosing to get only the Count",
            ("ALL_ATTRIBUTES", true) => $"Cannot specify the {what} when choosing to get ALL_ATTRIBUTES",
            ("ALL_PROJECTED_ATTRIBUTES", true) => $"Cannot specify the {what} when choosing to get ALL_PROJECTED_ATTRIBUTES",
            _ => null,
        };
    }

    private static string? Conditions(JsonElement request) =>
        request.Get("KeyConditions").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            && request.Text("KeyConditionExpression") is null
            ? "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            : null;

    private static string? Segments(JsonElement request)
    {
        var segment = Number(request, "Segment");
        var total = Number(request, "TotalSegments");
        return (segment, total) switch
        {
            (not null, null) =>
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
            (null, not null) =>
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
            _ when segment >= total => string.Create(
                CultureInfo.InvariantCulture,
                $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than "
                + $"TotalSegments: {total}"),
            _ => null,
        };
    }

    private static string? BatchGet(JsonElement request) => request.Members("RequestItems")
        .Select(static table => Twice(table.Value)
            ?? table.Value.Items("Keys").Select(AttributeValueCheck.CheckAll).FirstOrDefault(static found => found is not null)
            ?? (SaysTwice(table.Value.Items("Keys")) ? "Provided list of item keys contains duplicates" : null))
        .FirstOrDefault(static found => found is not null);

    private static string? BatchWrite(JsonElement request)
    {
        const int Most = 25;
        var writes = request.Members("RequestItems").SelectMany(table => request.Get("RequestItems").Items(table.Name)).ToList();
        return writes
                .Select(static write => write.ValueKind == JsonValueKind.Object
                    && write.EnumerateObject().Count(static part => part.Value.ValueKind != JsonValueKind.Null) == 1
                    ? AttributeValueCheck.CheckAll(write.Get("PutRequest").Get("Item"))
                        ?? AttributeValueCheck.CheckAll(write.Get("DeleteRequest").Get("Key"))
                    : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")
                .FirstOrDefault(static found => found is not null)
            ?? (writes.Count > Most ? "Too many items requested for the BatchWriteItem call" : null);
    }

    private static string? Transaction(JsonElement request) => request.Items("TransactItems")
        .Select(static item => item.ValueKind != JsonValueKind.Object ? []
            : item.EnumerateObject().Where(static action => action.Value.ValueKind == JsonValueKind.Object).ToList())
        .Select(static actions => actions.Count > 1
            ? "TransactItems can only contain one of Check, Put, Update or Delete"
            : actions.Select(static action => Actions.TryGetValue(action.Name, out var like)
                    ? ExpressionParameters.Check(like, action.Value)
                        ?? AttributeValueCheck.CheckAll(action.Value.Get("Item"))
                        ?? AttributeValueCheck.CheckAll(action.Value.Get("Key"))
                    : null)
                .FirstOrDefault())
        .FirstOrDefault(static found => found is not null);

    private static bool SaysTwice(IEnumerable<JsonElement> keys)
    {
        List<JsonElement> seen = [];
        foreach (var key in keys)
        {
            if (seen.Exists(other => JsonElement.DeepEquals(other, key)))
            {
                return true;
            }

            seen.Add(key);
        }

        return false;
    }

    private static long? Number(JsonElement request, string name) =>
        request.Get(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
