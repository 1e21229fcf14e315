using System.Text.Json;
using System.Text.Json.Nodes;
using static Lexicon.Local.ApiGateway.Models.JsonValues;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Keywords for arrays (JSON Schema Validation, draft 4, section 5.3:
/// https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.3).
/// </summary>
internal static class ArrayKeywords
{
    public static Rule MinItems(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfArrays(items => JsonNumber.From(items.GetArrayLength()).CompareTo(limit) < 0
            ? $"array is too short: must have at least {shown} elements but instance has {items.GetArrayLength()} elements"
            : null);
    }

    public static Rule MaxItems(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfArrays(items => JsonNumber.From(items.GetArrayLength()).CompareTo(limit) > 0
            ? $"array is too long: must have at most {shown} elements but instance has {items.GetArrayLength()} elements"
            : null);
    }

    public static Rule UniqueItems(Keyword keyword)
    {
        var unique = keyword.Flag;
        return OfArrays(items => unique && items.EnumerateArray().Select(Canonical).Distinct().Count() < items.GetArrayLength()
            ? "array must not contain duplicate elements"
            : null);
    }

    public static Rule AdditionalItems(Keyword keyword)
    {
        if (keyword.Value is JsonObject || keyword.Flag || keyword.Owner["items"] is not JsonArray { Count: var allowed })
        {
            return _ => [];
        }

        return OfArrays(items => items.GetArrayLength() > allowed
            ? $"schema only allows {allowed} elements in array but instance has {items.GetArrayLength()} elements"
            : null);
    }

    public static Rule Items(Keyword keyword)
    {
        var inOrder = keyword.Value is JsonArray list ? list.Select(keyword.ReadSchema).ToArray() : [];
        var others = keyword.Value is not JsonArray ? keyword.ReadSchema(keyword.Value)
            : keyword.Owner["additionalItems"] is JsonObject additional ? keyword.ReadSchema(additional)
            : null;
        keyword.Schema.Parts.Add(value => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
                .Select((item, index) => (Schema: inOrder.ElementAtOrDefault(index) ?? others, Name: $"{index}", Part: item))
                .Where(one => one.Schema is not null)
                .Select(one => (one.Schema!, one.Name, one.Part))
            : []);
        return _ => [];
    }

    private static Rule OfArrays(Func<JsonElement, string?> mistake) => value =>
        value.ValueKind == JsonValueKind.Array && mistake(value) is { } found ? [found] : [];
}
