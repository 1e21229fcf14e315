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
    public static string Describe(JsonNode existing) => Describe(existing, existing["KeySchema"]!);

    /// <summary>A key of the templates.</summary>
    public static string Describe(IReadOnlyList<KeyElement> key, IReadOnlyList<AttributeDefinition> attributes) =>
        string.Join(' ', key.Select(element => $"{element.AttributeName} {TypeOf(element, attributes)} {element.KeyType}"));

    /// <summary>An index of the templates.</summary>
    public static string Describe(SecondaryIndex index, IReadOnlyList<AttributeDefinition> attributes) =>
        $"{index.IndexName}: {Describe(index.KeySchema, attributes)}, {Describe(index.Projection)}";

    /// <summary>The indexes of a kind of a table that the engine describes, by name.</summary>
    public static Dictionary<string, string> DescribeIndexes(JsonNode existing, string kind) =>
        (existing[kind]?.AsArray() ?? []).ToDictionary(
            static index => (string)index!["IndexName"]!,
            index =>
            {
                var projection = index!["Projection"].Deserialize<IndexProjection>()!;
                return $"{index["IndexName"]}: {Describe(existing, index["KeySchema"]!)}, {Describe(projection)}";
            });

    private static string? TypeOf(KeyElement element, IReadOnlyList<AttributeDefinition> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeName == element.AttributeName)?.AttributeType;

    private static string Describe(JsonNode existing, JsonNode key) =>
        Describe(key.Deserialize<List<KeyElement>>()!, existing["AttributeDefinitions"].Deserialize<List<AttributeDefinition>>()!);

    private static string Describe(IndexProjection projection) =>
        string.Join(' ', [projection.ProjectionType, .. (projection.NonKeyAttributes ?? []).Order(StringComparer.Ordinal)]);
}
