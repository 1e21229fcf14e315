using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>The tags of the tables, which DynamoDB Local does not keep.</summary>
/// <param name="folder">The folder of the database.</param>
internal sealed class TableTags(string folder)
{
    private readonly TableFile<Dictionary<string, string>> _tables = new(Path.Combine(folder, "tags.json"));

    /// <summary>The tags of a table, as requests have them.</summary>
    public JsonArray Of(string table) => new([.. (_tables[table] ?? []).Select(static tag =>
        (JsonNode)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    /// <summary>How many tags the table would have with these.</summary>
    public int CountWith(string table, IEnumerable<string> keys) => (_tables[table] ?? []).Keys.Union(keys).Count();

    /// <summary>Adds tags, in place of those with the same keys.</summary>
    public void Add(string table, IEnumerable<(string Key, string Value)> tags) => _tables.Change(table, existing =>
    {
        var all = new Dictionary<string, string>(existing ?? []);
        foreach (var (key, value) in tags)
        {
            all[key] = value;
        }

        return all.Count == 0 ? null : all;
    });

    /// <summary>Removes tags by their keys.</summary>
    public void Remove(string table, IEnumerable<string> keys) => _tables.Change(table, existing =>
    {
        var rest = (existing ?? []).ExceptBy(keys, static tag => tag.Key).ToDictionary();
        return rest.Count == 0 ? null : rest;
    });

    /// <summary>Forgets a table that is no more.</summary>
    public void Forget(string table) => _tables.Change(table, static _ => null);
}
