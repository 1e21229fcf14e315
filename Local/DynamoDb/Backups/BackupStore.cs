using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>
/// The backups: each a folder beside the database, with what it is and its items, a line each. A backup counts when it is whole.
/// </summary>
internal sealed class BackupStore(string folder)
{
    /// <summary>How many are kept at most.</summary>
    public const int Most = 100;

    private const string Description = "backup.json";
    private const string Items = "items.jsonl";

    private readonly string _folder = Path.Combine(folder, "backups");

    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<BackupRecord> All => Directory.Exists(_folder)
        ?
        [
            .. from path in Directory.GetDirectories(_folder).Order(StringComparer.Ordinal)
               where File.Exists(Path.Combine(path, Description))
               select JsonSerializer.Deserialize<BackupRecord>(File.ReadAllBytes(Path.Combine(path, Description))),
        ]
        : [];

    /// <summary>The backup with this ARN; null where there is none.</summary>
    public BackupRecord? Find(string arn) => All.FirstOrDefault(backup => backup.Arn == arn);

    /// <summary>Keeps a backup: first its items, then what it is, by which it counts.</summary>
    public async Task KeepAsync(BackupRecord backup, IReadOnlyList<JsonNode> items, CancellationToken cancellation)
    {
        var path = PathOf(backup.Arn);
        Directory.CreateDirectory(path);
        await File.WriteAllLinesAsync(Path.Combine(path, Items), items.Select(item => item.ToJsonString(DeepJson.Options)), cancellation);
        var unfinished = Path.Combine(path, $"{Description}.new");
        await File.WriteAllBytesAsync(unfinished, JsonSerializer.SerializeToUtf8Bytes(backup), cancellation);
        File.Move(unfinished, Path.Combine(path, Description));
    }

    /// <summary>The items of a backup.</summary>
    public IEnumerable<JsonObject> ItemsOf(BackupRecord backup) =>
        File.ReadLines(Path.Combine(PathOf(backup.Arn), Items)).Select(line => DeepJson.Parse(line)!.AsObject());

    /// <summary>Forgets a backup.</summary>
    public void Delete(BackupRecord backup)
    {
        File.Delete(Path.Combine(PathOf(backup.Arn), Description));
        Directory.Delete(PathOf(backup.Arn), recursive: true);
    }

    // The last part of the ARN is the service's own: digits, hyphen, digits.
    private string PathOf(string arn) => Path.Combine(_folder, arn[(arn.LastIndexOf('/') + 1)..]);
}
