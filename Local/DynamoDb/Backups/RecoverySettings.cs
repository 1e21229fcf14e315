using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>What <c>UpdateContinuousBackups</c> set for tables: one file beside the database.</summary>
internal sealed class RecoverySettings(string folder)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Recovery>? _all;

    private string File => Path.Combine(folder, "point-in-time-recovery.json");

    /// <summary>What was set for a table; null where nothing was.</summary>
    public Recovery? Of(string table)
    {
        lock (_gate)
        {
            return Load().GetValueOrDefault(table);
        }
    }

    /// <summary>Sets it.</summary>
    public void Set(string table, Recovery recovery)
    {
        lock (_gate)
        {
            Load()[table] = recovery;
            var unfinished = $"{File}.new";
            System.IO.File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(_all));
            System.IO.File.Move(unfinished, File, overwrite: true);
        }
    }

    private Dictionary<string, Recovery> Load() => _all ??= System.IO.File.Exists(File)
        ? JsonSerializer.Deserialize<Dictionary<string, Recovery>>(System.IO.File.ReadAllBytes(File))!
        : [];

    /// <summary>Whether point-in-time recovery is on, and for how many days.</summary>
    internal sealed record Recovery(bool IsEnabled, int Days);
}
