using System.Text.Json;
using System.Text.Json.Nodes;
using static Lexicon.Local.ApiGateway.Models.JsonValues;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Keywords for values of any type (JSON Schema Validation, draft 4, section 5.5:
/// https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.5).
/// </summary>
internal static class AnyKeywords
{
    private static readonly string[] Types = ["array", "boolean", "integer", "null", "number", "object", "string"];

    public static Rule Type(Keyword keyword)
    {
        string[] named = keyword.Value is JsonArray ? [.. keyword.Names] : [keyword.Text];
        if (named.FirstOrDefault(name => !Types.Contains(name)) is { } unknown)
        {
            throw keyword.Error($"names the type '{unknown}', which draft 4 does not know");
        }

        // Every integer is a number.
        string[] allowed = [.. Types.Where(type => named.Contains(type) || (type == "integer" && named.Contains("number")))];
        return value => allowed.Contains(TypeOf(value))
            ? []
            : [$"instance type ({TypeOf(value)}) does not match any allowed primitive type (allowed: {Json(allowed)})"];
    }

    public static Rule Enum(Keyword keyword)
    {
        JsonElement[] values = [.. keyword.List.Select(value => JsonSerializer.SerializeToElement(value))];
        var known = values.Select(Canonical).ToHashSet();
        return value => known.Contains(Canonical(value))
            ? []
            : [$"instance value ({Json(value)}) not found in enum (possible values: {Json(values)})"];
    }

    public static Rule AllOf(Keyword keyword)
    {
        var schemas = keyword.Alternatives;
        return value => schemas.SelectMany(schema => schema.Validate(value));
    }

    public static Rule AnyOf(Keyword keyword)
    {
        var schemas = keyword.Alternatives;
        return value => schemas.Any(schema => schema.Accepts(value))
            ? []
            : [$"instance failed to match at least one required schema among {schemas.Count}"];
    }

    public static Rule OneOf(Keyword keyword)
    {
        var schemas = keyword.Alternatives;
        return value => schemas.Count(schema => schema.Accepts(value)) is not 1 and var matched
            ? [$"instance failed to match exactly one schema (matched {matched} out of {schemas.Count})"]
            : [];
    }

    public static Rule Not(Keyword keyword)
    {
        var schema = keyword.ReadSchema(keyword.Value);
        keyword.Schema.InPlace.Add(schema);
        return value => schema.Accepts(value) ? ["instance matched a schema which it should not have"] : [];
    }
}
