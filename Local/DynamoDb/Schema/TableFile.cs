using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>What is known of tables in addition to the engine: one file next to its database.</summary>
/// <typeparam name="T">What is known of one table; not changed once it is kept.</typeparam>
/// <param name="file">The path of the file.</param>
internal sealed class TableFile<T>(string file)
    where T : class
{
    private readonly Lock _gate = new();
    private Dictionary<string, T>? _all;

    /// <summary>What is known of a table; null when nothing is.</summary>
    public T? this[string table]
    {
        get
        {
            lock (_gate)
            {
                return Load().GetValueOrDefault(table);
            }
        }
    }

    /// <summary>Changes what is known of a table, and keeps it.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="change">From what was known, or null, to what is; null when nothing is any more.</param>
    public void Change(string table, Func<T?, T?> change)
    {
        lock (_gate)
        {
            var all = Load();
            var before = all.GetValueOrDefault(table);
            var after = change(before);
            if (Equals(before, after))
            {
                return;
            }

            if (after is null)
            {
                all.Remove(table);
            }
            else
            {
                all[table] = after;
            }

            var temporary = $"{file}.new";
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(all));
            File.Move(temporary, file, overwrite: true);
        }
    }

    private Dictionary<string, T> Load() => _all ??= File.Exists(file)
        ? JsonSerializer.Deserialize<Dictionary<string, T>>(File.ReadAllBytes(file))!
        : [];
}
