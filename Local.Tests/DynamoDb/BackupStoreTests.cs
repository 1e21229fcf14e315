using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Backups;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What is kept of backups outlives the runner, and half of one is none.</summary>
public sealed class BackupStoreTests : IDisposable
{
    private readonly string _folder = TemporaryFolder.Create();

    private readonly BackupRecord _backup = new()
    {
        Arn = $"{SampleTable.Arn}/backup/01576616366715-b4e58d3a",
        Name = "one",
        CreatedAt = 1576616366.715,
        SizeBytes = 12,
        ItemCount = 1,
        Table = new() { ["TableName"] = SampleTable.Name },
    };

    [Fact]
    public async Task ABackup_IsThereAfterARestart_WithItsItems()
    {
        JsonNode item = new JsonObject { ["pk"] = new JsonObject { ["S"] = "line\nfeed" } };
        await new BackupStore(_folder).KeepAsync(_backup, [item], default);
        var store = new BackupStore(_folder);

        Assert.Equal((_backup.Name, _backup.CreatedAt), store.Find(_backup.Arn) is { } found ? (found.Name, found.CreatedAt) : default);
        Assert.True(JsonNode.DeepEquals(item, Assert.Single(store.ItemsOf(_backup))));
    }

    // 32 levels of lists, as many as there may be: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html.
    [Fact]
    public async Task AnItemAsDeepAsItemsAre_ComesBack()
    {
        JsonNode deep = new JsonObject { ["S"] = "inmost" };
        for (var level = 0; level < 32; level++)
        {
            deep = new JsonObject { ["L"] = new JsonArray(deep) };
        }

        JsonNode item = new JsonObject { ["pk"] = deep };
        await new BackupStore(_folder).KeepAsync(_backup, [item], default);

        Assert.True(JsonNode.DeepEquals(item, Assert.Single(new BackupStore(_folder).ItemsOf(_backup))));
    }

    [Fact]
    public void ABackupThatWasInterrupted_IsNone()
    {
        var half = Directory.CreateDirectory(Path.Combine(_folder, "backups", "01576616366715-b4e58d3a"));
        File.WriteAllText(Path.Combine(half.FullName, "items.jsonl"), "{}");

        Assert.Empty(new BackupStore(_folder).All);
    }

    [Fact]
    public void PointInTimeRecovery_StaysAsItWasSet()
    {
        new SettingsOfTables(_folder, TimeProvider.System).Change(
            "Notes", settings => settings with { Recovery = new(IsEnabled: true, Days: 7) });
        var after = new SettingsOfTables(_folder, TimeProvider.System);

        Assert.Equal(new(true, 7), after["Notes"].Recovery);
        Assert.Null(after["Others"].Recovery);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
