using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// DynamoDB reads expressions before it looks for the table, the engine only for a table that is there. So when a table is missing, the
/// expressions of the request are shown to the engine with any other table: as filters of a scan that reads one item, and an update as one
/// whose condition never holds. Nothing is written, and only what is wrong with the expressions themselves counts.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="keysOf">The keys of a table.</param>
internal sealed class StandInTable(EngineClient engine, Func<string, Task<TableKeys?>> keysOf)
{
    private const string Names = "ExpressionAttributeNames";
    private const string Values = "ExpressionAttributeValues";
    private const string Condition = "ConditionExpression";
    private const string Filter = "FilterExpression";
    private const string Update = "UpdateExpression";

    // What an expression may say that is wrong whatever the table.
    private static readonly string[] OfExpressions = ["Invalid ", "Value provided in ExpressionAttribute", "ExpressionAttribute"];

    /// <summary>What is wrong with the expressions; null when nothing is, or when there is no other table.</summary>
    public async Task<string?> CheckAsync(string operation, JsonElement request)
    {
        if (operation is not ("GetItem" or "PutItem" or "UpdateItem" or "DeleteItem" or "Query" or "Scan")
            || await FirstAsync() is not { } table)
        {
            return null;
        }

        return operation switch
        {
            "Query" => await AskAsync("Query", Part(table, request, "KeyConditionExpression", Filter, "ProjectionExpression")),
            "UpdateItem" => await UpdateAsync(table, request),
            "Scan" => await AskAsync("Scan", Reading(table, request)),
            _ => (await AskAsync("Scan", Reading(table, request)))?.Replace(Filter, Condition, StringComparison.Ordinal),
        };
    }

    // Of two expressions each has names and values that the other does not use.
    private async Task<string?> UpdateAsync(string table, JsonElement request)
    {
        if (request.Text(Condition) is not null && await AskAsync("Scan", Reading(table, request)) is { } condition
            && condition.StartsWith($"Invalid {Filter}", StringComparison.Ordinal))
        {
            return condition.Replace(Filter, Condition, StringComparison.Ordinal);
        }

        return request.Text(Update) is not null && await AskAsync("UpdateItem", await ImpossibleAsync(table, request)) is { } update
            && update.StartsWith($"Invalid {Update}", StringComparison.Ordinal)
                ? update
                : null;
    }

    private async Task<string?> AskAsync(string operation, JsonObject request)
    {
        var (succeeded, answer) = await engine.SendAsync(operation, request, CancellationToken.None);
        var message = succeeded ? "" : (string?)answer?["message"] ?? (string?)answer?["Message"] ?? "";
        return OfExpressions.Any(beginning => message.StartsWith(beginning, StringComparison.Ordinal)) ? message : null;
    }

    private async Task<string?> FirstAsync()
    {
        var (_, answer) = await engine.SendAsync("ListTables", new() { ["Limit"] = 1 }, CancellationToken.None);
        return answer?["TableNames"] is JsonArray { Count: > 0 } names ? (string?)names[0] : null;
    }

    private static JsonObject Reading(string table, JsonElement request)
    {
        var scan = Part(table, request, Filter, "ProjectionExpression");
        if (request.Text(Condition) is { } condition)
        {
            scan[Filter] = condition;
        }

        return scan;
    }

    private static JsonObject Part(string table, JsonElement request, params string[] members)
    {
        var part = new JsonObject { ["TableName"] = table, ["Limit"] = 1 };
        foreach (var member in members.Append(Names).Append(Values))
        {
            if (request.Get(member) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
            {
                part[member] = DeepJson.Parse(value.GetRawText());
            }
        }

        return part;
    }

    // An item that nobody has ever put, and that must be there.
    private async Task<JsonObject> ImpossibleAsync(string table, JsonElement request)
    {
        const string Placeholder = "#standInKey";
        var keys = (await keysOf(table))!.Key;
        var update = Part(table, request, Update);
        update.Remove("Limit");
        update["Key"] = new JsonObject(keys.Select(static key => KeyValuePair.Create(
            key.Name, (JsonNode?)new JsonObject { [key.Type] = Unheard(key.Type) })));
        update[Condition] = $"attribute_exists({Placeholder})";
        update[Names] ??= new JsonObject();
        update[Names]![Placeholder] = keys[0].Name;
        return update;
    }

    private static string Unheard(string type) => type switch
    {
        "N" => RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) + "00000000000000000001",
        "B" => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)),
        _ => Guid.NewGuid().ToString(),
    };
}
