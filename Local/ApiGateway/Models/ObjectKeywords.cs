using System.Text.Json;
using System.Text.Json.Nodes;
using static Lexicon.Local.ApiGateway.Models.JsonValues;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Keywords for objects (JSON Schema Validation, draft 4, section 5.4:
/// https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.4).
/// </summary>
internal static class ObjectKeywords
{
    public static Rule MinProperties(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfObjects(members => JsonNumber.From(members.Count).CompareTo(limit) < 0
            ? $"object has too few properties (found {members.Count} but schema requires at least {shown})"
            : null);
    }

    public static Rule MaxProperties(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfObjects(members => JsonNumber.From(members.Count).CompareTo(limit) > 0
            ? $"object has too many properties (found {members.Count} but schema requires at most {shown})"
            : null);
    }

    public static Rule Required(Keyword keyword)
    {
        string[] required = [.. keyword.Names.Distinct().Order(StringComparer.Ordinal)];
        return OfObjects(members => required.Where(name => !members.ContainsKey(name)).ToArray() is { Length: > 0 } missing
            ? $"object has missing required properties ({Json(missing)})"
            : null);
    }

    public static Rule Dependencies(Keyword keyword)
    {
        var ofNames = new Dictionary<string, string[]>();
        var ofSchemas = new Dictionary<string, Schema>();
        foreach (var (name, dependency) in keyword.Value as JsonObject ?? throw keyword.Error("is not an object"))
        {
            if (dependency is JsonArray)
            {
                ofNames[name] = [.. (keyword with { Value = dependency }).Names.Order(StringComparer.Ordinal)];
            }
            else
            {
                keyword.Schema.InPlace.Add(ofSchemas[name] = keyword.ReadSchema(dependency));
            }
        }

        return value => value.ValueKind == JsonValueKind.Object && Members(value) is var members
            ?
            [
                .. from dependency in ofNames
                   where members.ContainsKey(dependency.Key)
                   let missing = dependency.Value.Where(name => !members.ContainsKey(name)).ToArray()
                   where missing.Length > 0
                   select $"property {Json(dependency.Key)} of object has missing property dependencies "
                       + $"(schema requires {Json(dependency.Value)}; missing: {Json(missing)})",
                .. ofSchemas.Where(dependency => members.ContainsKey(dependency.Key))
                    .SelectMany(dependency => dependency.Value.Validate(value)),
            ]
            : [];
    }

    private static Rule OfObjects(Func<IReadOnlyDictionary<string, JsonElement>, string?> mistake) => value =>
        value.ValueKind == JsonValueKind.Object && mistake(Members(value)) is { } found ? [found] : [];
}
