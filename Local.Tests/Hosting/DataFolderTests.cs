using Lexicon.Local.Assembly;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("lexicon-data-").FullName;

    [Fact]
    public void Hold_ByASecondRunner_IsRefused()
    {
        using (DataFolder.Hold(path))
        {
            Assert.Equal($"the data folder {path} is in use by another runner; stop it, or name another folder with --data",
                Assert.Throws<Refusal>(() => DataFolder.Hold(path)).Message);
        }

        using var again = DataFolder.Hold(path);
        Assert.NotNull(again);
    }

    [Fact]
    public void Hold_OfAFile_IsRefusedAsWhatItIs()
    {
        var file = Path.Combine(path, "file");
        File.WriteAllText(file, "");

        Assert.StartsWith(
            $"the data folder {file} cannot be created: ", Assert.Throws<Refusal>(() => DataFolder.Hold(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_OfAFolderWhoseLockCannotBeWritten_IsRefusedAsWhatItIs()
    {
        Directory.CreateDirectory(Path.Combine(path, "runner.lock"));

        Assert.StartsWith(
            $"the data folder {path} cannot be written: ", Assert.Throws<Refusal>(() => DataFolder.Hold(path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
