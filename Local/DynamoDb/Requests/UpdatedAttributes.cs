using System.Text.Json;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>What an update gives to the keys of indexes, as far as its expression says it outright: <c>SET tag = :tag</c>.</summary>
internal static class UpdatedAttributes
{
    /// <summary>The values, by attribute.</summary>
    /// <param name="update">An UpdateItem request, or the update of a transaction.</param>
    /// <param name="keys">The keys of its table.</param>
    public static JsonElement OfIndexKeys(JsonElement update, TableKeys keys)
    {
        if (update.Text("UpdateExpression") is not { } expression)
        {
            return default;
        }

        var values = keys.Indexes.Values.SelectMany(static key => key)
            .Select(static key => key.Name)
            .Distinct()
            .Select(name => (Name: name, Placeholder: ExpressionNames.EqualTo(name, expression, update.Get("ExpressionAttributeNames"))))
            .Where(static one => one.Placeholder is not null)
            .Select(one => (one.Name, Value: update.Get("ExpressionAttributeValues").Get(one.Placeholder!)))
            .Where(static one => one.Value.ValueKind == JsonValueKind.Object)
            .ToDictionary(static one => one.Name, static one => one.Value);
        return values.Count == 0 ? default : JsonSerializer.SerializeToElement(values, DeepJson.Options);
    }
}
