using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Lexicon.Local.ApiGateway.Models.JsonValues;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// <c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>: a member follows the schema of its name and
/// those of all patterns that match it, and only where there is none of them the additional one (JSON Schema Validation,
/// draft 4, section 8.3: https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-8.3).
/// </summary>
internal sealed class MemberKeywords
{
    private readonly IReadOnlyDictionary<string, Schema> _named;
    private readonly IReadOnlyList<(Regex Pattern, Schema Schema)> _patterns;
    private readonly Schema? _additional;
    private readonly bool _closed;

    private MemberKeywords(Keyword keyword)
    {
        _named = keyword.Sibling("properties")?.SchemasByName ?? new Dictionary<string, Schema>();
        _patterns = keyword.Sibling("patternProperties") is { } byPattern
            ? [.. byPattern.SchemasByName.Select(member => (EcmaPattern.Read(member.Key, byPattern), member.Value))]
            : [];
        if (keyword.Sibling("additionalProperties") is { } others)
        {
            _additional = others.Value is JsonObject ? others.ReadSchema(others.Value) : null;
            _closed = _additional is null && !others.Flag;
        }
    }

    /// <summary>The rule of all three, for the first of them that the schema has.</summary>
    public static Rule Read(Keyword keyword)
    {
        string[] all = ["properties", "patternProperties", "additionalProperties"];
        if (all.First(keyword.Owner.ContainsKey) != keyword.Name)
        {
            return _ => [];
        }

        var members = new MemberKeywords(keyword);
        keyword.Schema.Parts.Add(members.Parts);
        return members.Unknown;
    }

    private IEnumerable<string> Unknown(JsonElement value) =>
        _closed && value.ValueKind == JsonValueKind.Object
            && Members(value).Keys.Where(name => !SchemasOf(name).Any()).ToArray() is { Length: > 0 } unknown
                ? [$"object instance has properties which are not allowed by the schema: {Json(unknown)}"]
                : [];

    private IEnumerable<(Schema Schema, string Name, JsonElement Part)> Parts(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object ? [] :
        from member in Members(value)
        from schema in SchemasOf(member.Key) is var schemas && schemas.Any() ? schemas : _additional is null ? [] : [_additional]
        select (schema, member.Key, member.Value);

    private IEnumerable<Schema> SchemasOf(string name)
    {
        if (_named.TryGetValue(name, out var schema))
        {
            yield return schema;
        }

        foreach (var (pattern, other) in _patterns)
        {
            if (pattern.IsMatch(name))
            {
                yield return other;
            }
        }
    }
}
