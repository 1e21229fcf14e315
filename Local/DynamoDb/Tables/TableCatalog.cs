using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.Iam;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>The tables: those of the templates and, once asked for, those that were made at run time.</summary>
internal sealed class TableCatalog(IIdentities identities, EngineClient engine)
{
    private readonly ConcurrentDictionary<string, TableDefinition> definitions = new();
    private readonly ConcurrentDictionary<string, TableShape> shapes = new();
    private readonly ConcurrentDictionary<string, TableKeys> keys = new();

    /// <summary>The tables of the templates.</summary>
    public IEnumerable<TableDefinition> Definitions => definitions.Values;

    /// <summary>Adds a table of the templates and says what the templates may know of it.</summary>
    public Realised Realise(TableDefinition table)
    {
        if (table.Policy is { } policy)
        {
            identities.Check(policy, table.Place);
        }
        if (!definitions.TryAdd(table.Name, table))
        {
            throw new Refusal($"{table.Place}: there are two tables with the name '{table.Name}'");
        }
        shapes[table.Name] = new TableShape(
            table.PartitionKey,
            table.GlobalIndexes.Concat(table.LocalIndexes).ToDictionary(
                static index => index.IndexName, static index => TableDefinition.PartitionKeyOf(index.KeySchema)));
        var attributes = new Dictionary<string, string> { ["Arn"] = table.Arn, ["TableId"] = TableNames.Id(table.Name) };
        if (table.StreamView is not null)
        {
            attributes["StreamArn"] = TableNames.StreamArn(table.Name);
        }
        return new Realised(table.Name) { Attributes = attributes };
    }

    /// <summary>The policy of a table, if it has one.</summary>
    public JsonNode? PolicyOf(string table) => definitions.GetValueOrDefault(table)?.Policy;

    /// <summary>The shape of a table; null when there is no such table.</summary>
    public async ValueTask<TableShape?> FindShapeAsync(string table, CancellationToken cancellation)
    {
        if (shapes.TryGetValue(table, out var known))
        {
            return known;
        }
        var answer = await engine.TryCallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, cancellation);
        return answer?["Table"] is { } description ? shapes.GetOrAdd(table, Read(description)) : null;
    }

    /// <summary>The keys of a table and of its indexes; null when there is no such table.</summary>
    public async Task<TableKeys?> FindKeysAsync(string table)
    {
        if (keys.TryGetValue(table, out var known))
        {
            return known;
        }
        var answer = await engine.TryCallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, CancellationToken.None);
        return answer?["Table"] is { } description ? keys.GetOrAdd(table, TableKeys.Of(description)) : null;
    }

    /// <summary>Forgets what is known of a table that may change; the shapes of the templates' tables stay.</summary>
    public void Forget(string table)
    {
        keys.TryRemove(table, out _);
        if (!definitions.ContainsKey(table))
        {
            shapes.TryRemove(table, out _);
        }
    }

    private static TableShape Read(JsonNode description) => new(
        PartitionKey(description),
        (description["GlobalSecondaryIndexes"]?.AsArray() ?? [])
            .Concat(description["LocalSecondaryIndexes"]?.AsArray() ?? [])
            .ToDictionary(static index => (string)index!["IndexName"]!, static index => PartitionKey(index!)));

    private static string PartitionKey(JsonNode description) => description["KeySchema"]!.AsArray()
        .Where(static element => (string?)element!["KeyType"] == "HASH")
        .Select(static element => (string)element!["AttributeName"]!)
        .Single();
}
