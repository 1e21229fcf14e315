using System.Text.Json;
using System.Text.Json.Nodes;
using static Lexicon.Local.DynamoDb.Resources.TableProperties;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>
/// Keys and indexes as text, such as <c>pk S HASH sk S RANGE</c>: equal for what the templates want and what the engine has,
/// and readable in messages.
/// </summary>
internal static class KeyText
{
    /// <summary>The key of a table that the engine describes.</summary>
    public static string Of(JsonNode existing) => Of(existing, existing["KeySchema"]!);

    /// <summary>A key of the templates.</summary>
    public static string Of(IReadOnlyList<KeyElement> key, IReadOnlyList<AttributeDefinition> attributes) =>
        string.Join(' ', key.Select(element => $"{element.AttributeName} {TypeOf(element, attributes)} {element.KeyType}"));

    /// <summary>An index of the templates.</summary>
    public static string Of(SecondaryIndex index, IReadOnlyList<AttributeDefinition> attributes) =>
        $"{index.IndexName}: {Of(index.KeySchema, attributes)}, {Of(index.Projection)}";

    /// <summary>The indexes of a kind of a table that the engine describes, by name.</summary>
    public static Dictionary<string, string> OfIndexes(JsonNode existing, string kind) =>
        (existing[kind]?.AsArray() ?? []).ToDictionary(
            static index => (string)index!["IndexName"]!,
            index =>
            {
                var projection = index!["Projection"].Deserialize<IndexProjection>()!;
                return $"{index["IndexName"]}: {Of(existing, index["KeySchema"]!)}, {Of(projection)}";
            });

    private static string? TypeOf(KeyElement element, IReadOnlyList<AttributeDefinition> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeName == element.AttributeName)?.AttributeType;

    private static string Of(JsonNode existing, JsonNode key) =>
        Of(key.Deserialize<List<KeyElement>>()!, existing["AttributeDefinitions"].Deserialize<List<AttributeDefinition>>()!);

    private static string Of(IndexProjection projection) =>
        string.Join(' ', [projection.ProjectionType, .. (projection.NonKeyAttributes ?? []).Order(StringComparer.Ordinal)]);
}
