using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>
/// The key condition of a query
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html).
/// </summary>
/// <param name="Index">The index; null: the table itself.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Names">Its names.</param>
/// <param name="Values">Its values.</param>
internal sealed record KeyCondition(string? Index, string Expression, JsonObject Names, JsonObject Values)
{
    private static readonly string[] IndexKinds = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"];

    /// <summary>The condition that somebody wants.</summary>
    /// <param name="table">The table as DescribeTable returns it.</param>
    /// <param name="wanted">The members <c>index</c>, <c>partition</c>, <c>operator</c>, <c>sort</c> and <c>until</c>.</param>
    /// <exception cref="ConsoleException">There is no such index, or something is missing.</exception>
    public static KeyCondition Of(JsonNode table, JsonObject wanted)
    {
        var index = wanted["index"]?.ToString() is { Length: > 0 } named ? named : null;
        var keys = KeysOf(table, index);
        var (partition, sort) = (NameOf(keys, "HASH")!, NameOf(keys, "RANGE"));
        JsonObject names = new() { ["#partition"] = partition };
        JsonObject values = new() { [":partition"] = Value(table, partition, wanted["partition"], "partition") };
        var expression = "#partition = :partition";
        if (wanted["operator"]?.ToString() is { Length: > 0 } comparison)
        {
            names["#sort"] = sort ?? throw ConsoleException.Invalid("operator is not valid; there is no sort key.");
            values[":sort"] = Value(table, sort, wanted["sort"], "sort");
            expression += comparison switch
            {
                "=" or "<" or "<=" or ">" or ">=" => $" AND #sort {comparison} :sort",
                "begins_with" => " AND begins_with(#sort, :sort)",
                "between" => " AND #sort BETWEEN :sort AND :until",
                _ => throw ConsoleException.Invalid($"operator '{comparison}' is not valid; it must be one of a key condition."),
            };
            if (comparison == "between")
            {
                values[":until"] = Value(table, sort, wanted["until"], "until");
            }
        }

        return new(index, expression, names, values);
    }

    private static JsonArray KeysOf(JsonNode table, string? index) => index is null
        ? table["KeySchema"]!.AsArray()
        : IndexKinds
            .SelectMany(kind => table[kind]?.AsArray() ?? [])
            .FirstOrDefault(one => one!["IndexName"]!.ToString() == index)?["KeySchema"]!.AsArray()
            ?? throw ConsoleException.NotFound($"The index '{index}'");

    private static string? NameOf(JsonArray keys, string role) =>
        keys.FirstOrDefault(key => key!["KeyType"]!.ToString() == role)?["AttributeName"]!.ToString();

    private static JsonObject Value(JsonNode table, string attribute, JsonNode? given, string member)
    {
        var type = table["AttributeDefinitions"]!.AsArray()
            .First(one => one!["AttributeName"]!.ToString() == attribute)!["AttributeType"]!.ToString();
        return new() { [type] = given?.ToString() ?? throw ConsoleException.Invalid($"The member '{member}' is missing.") };
    }
}
