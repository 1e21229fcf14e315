using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>The keys of a table and of its indexes, with their types, as the engine describes them.</summary>
internal sealed record TableKeys
{
    /// <summary>The table's own key, in order.</summary>
    public required IReadOnlyList<KeyAttribute> Key { get; init; }

    /// <summary>The keys of the indexes, by the indexes' names.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<KeyAttribute>> Indexes { get; init; }

    /// <summary>Whether the table has local secondary indexes, and with them item collections.</summary>
    public required bool HasCollections { get; init; }

    /// <summary>Reads the response to <c>DescribeTable</c>.</summary>
    public static TableKeys From(JsonNode table)
    {
        var types = table["AttributeDefinitions"]!.AsArray().ToDictionary(
            static one => (string)one!["AttributeName"]!, static one => (string)one!["AttributeType"]!);
        var local = table["LocalSecondaryIndexes"]?.AsArray() ?? [];
        return new()
        {
            Key = Read(table, types),
            Indexes = local.Concat(table["GlobalSecondaryIndexes"]?.AsArray() ?? [])
                .ToDictionary(static index => (string)index!["IndexName"]!, index => Read(index!, types)),
            HasCollections = local.Count > 0,
        };
    }

    private static IReadOnlyList<KeyAttribute> Read(JsonNode owner, Dictionary<string, string> types) =>
    [
        .. owner["KeySchema"]!.AsArray()
            .Select(element => (string)element!["AttributeName"]!)
            .Select(name => new KeyAttribute(name, types[name])),
    ];

    /// <summary>One attribute of a key.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type"><c>S</c>, <c>N</c> or <c>B</c>.</param>
    internal sealed record KeyAttribute(string Name, string Type);
}
