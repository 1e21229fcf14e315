using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// Headers, cookies and query strings as functions see them
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html, "Structure for a
/// query string, header, or cookie"):
/// a field for each name, with its value, and with all of its values where it has several.
/// </summary>
internal static class Fields
{
    /// <summary>The headers that a function sees, their names in lower case.</summary>
    /// <param name="headers">All headers.</param>
    /// <param name="cookies">The header that is a part of its own.</param>
    public static JsonObject Of(IHeaderDictionary headers, string cookies)
    {
        var fields = new JsonObject();
        foreach (var (name, values) in headers)
        {
            if (!HeaderRules.IsHidden(name) && !name.Equals(cookies, StringComparison.OrdinalIgnoreCase) && values.Count > 0)
            {
                fields[name.ToLowerInvariant()] = Of([.. values.Select(value => Value(value ?? ""))]);
            }
        }

        return fields;
    }

    /// <summary>Fields from names and values, in their order.</summary>
    public static JsonObject Of(IEnumerable<(string Name, JsonObject Value)> pairs)
    {
        var fields = new JsonObject();
        foreach (var name in pairs.GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal))
        {
            fields[name.Key] = Of([.. name]);
        }

        return fields;
    }

    /// <summary>A value alone.</summary>
    public static JsonObject Value(string value) => new() { ["value"] = value };

    /// <summary>The values of a field that a function returned: of all of them, where it changed those, else of its first one.</summary>
    /// <param name="returned">The field.</param>
    /// <param name="before">The field as the function got it; null: it is new.</param>
    /// <param name="place">How a message names the field.</param>
    /// <exception cref="EdgeFunctionException">It is not a field.</exception>
    public static IReadOnlyList<JsonObject> ValuesOf(JsonNode? returned, JsonNode? before, string place)
    {
        if (returned is not JsonObject field)
        {
            throw EdgeFunctionException.Invalid($"{place} is not an object");
        }

        if (field["multiValue"] is not JsonArray several)
        {
            return [Checked(field, place)];
        }

        var values = several.Select(one => one as JsonObject ?? throw EdgeFunctionException.Invalid($"{place}.multiValue is not valid"))
            .Select(one => Checked(one, place)).ToList();
        var unchanged = JsonNode.DeepEquals(several, before?["multiValue"]);
        return unchanged && values.Count > 0 ? [Checked(field, place), .. values[1..]] : values;
    }

    /// <summary>The text of a value.</summary>
    public static string TextOf(JsonObject value) => value["value"]!.GetValue<string>();

    /// <summary>The values as a header has them.</summary>
    public static StringValues Lines(IEnumerable<JsonObject> values) => new([.. values.Select(TextOf)]);

    private static JsonObject Of(List<JsonObject> values)
    {
        if (values is [var only])
        {
            return only;
        }

        var field = (JsonObject)values[0].DeepClone();
        field["multiValue"] = new JsonArray([.. values]);
        return field;
    }

    private static JsonObject Checked(JsonObject field, string place) =>
        field["value"] is JsonValue value && value.TryGetValue<string>(out var text) && !text.AsSpan().ContainsAny('\r', '\n', '\0')
            ? field
            : throw EdgeFunctionException.Invalid($"{place}.value is missing or not a string");
}
