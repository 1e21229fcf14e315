using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>The tags of the tables, which DynamoDB Local does not keep: one file next to its database.</summary>
internal sealed class TableTags(string folder)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Dictionary<string, string>>? _all;

    private string File => Path.Combine(folder, "tags.json");

    /// <summary>The tags of a table, as requests have them.</summary>
    public JsonArray Of(string table)
    {
        lock (_gate)
        {
            return new([.. Load().GetValueOrDefault(table, []).Select(static tag =>
                (JsonNode)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
        }
    }

    /// <summary>How many tags the table would have with these.</summary>
    public int CountWith(string table, IEnumerable<string> keys)
    {
        lock (_gate)
        {
            return Load().GetValueOrDefault(table, []).Keys.Union(keys).Count();
        }
    }

    /// <summary>Adds tags, in place of those with the same keys.</summary>
    public void Add(string table, IEnumerable<(string Key, string Value)> tags) => Change(table, existing =>
    {
        foreach (var (key, value) in tags)
        {
            existing[key] = value;
        }
    });

    /// <summary>Removes tags by their keys.</summary>
    public void Remove(string table, IEnumerable<string> keys) => Change(table, existing =>
    {
        foreach (var key in keys)
        {
            existing.Remove(key);
        }
    });

    /// <summary>Forgets a table that is no more.</summary>
    public void Forget(string table) => Change(table, static existing => existing.Clear());

    private void Change(string table, Action<Dictionary<string, string>> change)
    {
        lock (_gate)
        {
            var tables = Load();
            var tags = tables.GetValueOrDefault(table, []);
            var before = tags.Count;
            change(tags);
            if (before == 0 && tags.Count == 0)
            {
                return;
            }

            tables[table] = tags;
            var temporary = $"{File}.new";
            System.IO.File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(tables));
            System.IO.File.Move(temporary, File, overwrite: true);
        }
    }

    private Dictionary<string, Dictionary<string, string>> Load() => _all ??= System.IO.File.Exists(File)
        ? JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(System.IO.File.ReadAllBytes(File))!
        : [];
}
