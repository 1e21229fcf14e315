using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>A backup is what was there; a restore loses nothing.</summary>
public sealed class DataBackupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lexicon-backup-").FullName;
    private readonly FakeTimeProvider _time = new(new(2026, 11, 30, 11, 30, 0, TimeSpan.Zero));
    private readonly DataBackup _backup;

    public DataBackupTests()
    {
        _backup = new(Data, Path.Combine(_root, "backups"), _time);
        Directory.CreateDirectory(In("dynamodb"));
        Directory.CreateDirectory(In("empty"));
        File.WriteAllText(In("dynamodb/table.db"), "before");
        File.WriteAllText(In("processes.ledger"), "of a process");
    }

    private string Data => Path.Combine(_root, "data");

    [Fact]
    public void ARestore_BringsBackWhatThereWas_AndKeepsWhatThereIs()
    {
        var file = _backup.Create();
        File.WriteAllText(In("dynamodb/table.db"), "after");
        _time.Advance(TimeSpan.FromMinutes(1));

        var before = _backup.Restore(DataBackup.NameOf(file));

        Assert.Equal("2026-11-30T113000.tar.gz", file.Name);
        Assert.Equal("before", File.ReadAllText(In("dynamodb/table.db")));
        Assert.True(Directory.Exists(In("empty")));
        Assert.False(File.Exists(In("processes.ledger")));
        Assert.Equal($"{Data}.before-2026-11-30T113100", before);
        Assert.Equal("after", File.ReadAllText(Path.Combine(before!, "dynamodb", "table.db")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.FullName));
        }
    }

    [Fact]
    public void WhileARunnerHasTheData_NeitherIsDone()
    {
        var file = _backup.Create();
        using var held = DataFolder.Hold(Data);

        Assert.Equal(
            $"the data folder {Data} is in use by another runner; stop it first, for it writes at any time",
            Assert.Throws<StartupException>(() => _backup.Create()).Message);
        Assert.Throws<StartupException>(() => _backup.Restore(file.Name));
        Assert.Equal("before", File.ReadAllText(In("dynamodb/table.db")));
        Assert.Equal(["2026-11-30T113000"], _backup.All.Select(DataBackup.NameOf));
    }

    [Fact]
    public void ABackupThatIsNotThere_OrDamaged_ChangesNothing()
    {
        var file = _backup.Create();
        Assert.Equal(
            $"there is no backup 'other' in {file.DirectoryName}; there are: 2026-11-30T113000",
            Assert.Throws<StartupException>(() => _backup.Restore("other")).Message);
        File.WriteAllBytes(file.FullName, File.ReadAllBytes(file.FullName)[..40]);

        Assert.StartsWith(
            $"the backup {file.FullName} cannot be read: ",
            Assert.Throws<StartupException>(() => _backup.Restore(file.Name)).Message,
            StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(In("dynamodb/table.db")));
        Assert.Equal([Path.Combine(_root, "backups"), Data], Directory.GetDirectories(_root).Order());
    }

    [Fact]
    public void WithoutData_ThereIsNothingToCopy_AndARestoreMakesIt()
    {
        var file = _backup.Create();
        Directory.Delete(Data, recursive: true);

        Assert.Equal(
            $"there is no data in {Data} yet: a start makes it", Assert.Throws<StartupException>(() => _backup.Create()).Message);
        Assert.Null(_backup.Restore(file.Name));
        Assert.Equal("before", File.ReadAllText(In("dynamodb/table.db")));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string In(string path) => Path.Combine([Data, .. path.Split('/')]);
}
