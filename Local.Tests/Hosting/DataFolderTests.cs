using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("lexicon-data-").FullName;

    [Fact]
    public void Hold_ByASecondRunner_IsRefused()
    {
        using (DataFolder.Hold(_path))
        {
            Assert.Equal($"the data folder {_path} is in use by another runner; stop it, or name another folder with --data",
                Assert.Throws<StartupException>(() => DataFolder.Hold(_path)).Message);
        }

        using var again = DataFolder.Hold(_path);
        Assert.NotNull(again);
    }

    [Fact]
    public void Hold_OfAFile_IsRefusedAsWhatItIs()
    {
        var file = Path.Combine(_path, "file");
        File.WriteAllText(file, "");

        Assert.StartsWith(
            $"the data folder {file} cannot be created: ", Assert.Throws<StartupException>(
                () => DataFolder.Hold(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_OfAFolderWhoseLockCannotBeWritten_IsRefusedAsWhatItIs()
    {
        Directory.CreateDirectory(Path.Combine(_path, "runner.lock"));

        Assert.StartsWith(
            $"the data folder {_path} cannot be written: ", Assert.Throws<StartupException>(
                () => DataFolder.Hold(_path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
