using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.Iam;

namespace Lexicon.Local.DynamoDb;

/// <summary>The tables: those of the templates and, once asked for, those that were made at run time.</summary>
internal sealed class Tables(IIdentities identities, EngineClient engine)
{
    private readonly ConcurrentDictionary<string, TableDefinition> _definitions = new();
    private readonly ConcurrentDictionary<string, TableShape> _shapes = new();
    private readonly ConcurrentDictionary<string, TableKeys> _keys = new();

    /// <summary>The tables of the templates.</summary>
    public IEnumerable<TableDefinition> Definitions => _definitions.Values;

    /// <summary>Adds a table of the templates and says what the templates may know of it.</summary>
    public ProvisionedResource Provision(TableDefinition table)
    {
        if (table.Policy is { } policy)
        {
            identities.Check(policy, table.Place);
        }

        if (!_definitions.TryAdd(table.Name, table))
        {
            throw new StartupException($"{table.Place}: there are two tables with the name '{table.Name}'");
        }

        _shapes[table.Name] = new TableShape(
            table.PartitionKey,
            table.GlobalIndexes.Concat(table.LocalIndexes).ToDictionary(
                static index => index.IndexName, static index => TableDefinition.PartitionKeyOf(index.KeySchema)));
        var attributes = new Dictionary<string, string> { ["Arn"] = table.Arn, ["TableId"] = TableNames.Id(table.Name) };
        if (table.StreamView is not null)
        {
            attributes["StreamArn"] = TableNames.StreamArn(table.Name);
        }

        return new ProvisionedResource(table.Name) { Attributes = attributes };
    }

    /// <summary>The policy of a table, if it has one.</summary>
    public JsonNode? PolicyOf(string table) => _definitions.GetValueOrDefault(table)?.Policy;

    /// <summary>
    /// The attributes of the key of a table of the templates, or of one of its indexes, the partition key first; none where there is no
    /// such table or index.
    /// </summary>
    public IReadOnlyList<string> KeyOf(string table, string? index)
    {
        var definition = _definitions.GetValueOrDefault(table);
        var key = index is null
            ? definition?.Key
            : definition?.GlobalIndexes.Concat(definition.LocalIndexes).FirstOrDefault(one => one.IndexName == index)?.KeySchema;
        return [.. (key ?? []).Select(static element => element.AttributeName)];
    }

    /// <summary>The shape of a table; null when there is no such table.</summary>
    public async ValueTask<TableShape?> FindShapeAsync(string table, CancellationToken cancellation)
    {
        if (_shapes.TryGetValue(table, out var known))
        {
            return known;
        }

        var answer = await engine.TryCallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, cancellation);
        return answer?["Table"] is { } description ? _shapes.GetOrAdd(table, Read(description)) : null;
    }

    /// <summary>The keys of a table and of its indexes; null when there is no such table.</summary>
    public async Task<TableKeys?> FindKeysAsync(string table)
    {
        if (_keys.TryGetValue(table, out var known))
        {
            return known;
        }

        var answer = await engine.TryCallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, CancellationToken.None);
        return answer?["Table"] is { } description ? _keys.GetOrAdd(table, TableKeys.From(description)) : null;
    }

    /// <summary>Forgets what is known of a table that may change; the shapes of the templates' tables stay.</summary>
    public void Forget(string table)
    {
        _keys.TryRemove(table, out _);
        if (!_definitions.ContainsKey(table))
        {
            _shapes.TryRemove(table, out _);
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
