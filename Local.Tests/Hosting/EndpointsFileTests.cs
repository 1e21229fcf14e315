using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class EndpointsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-endpoints-").FullName;

    [Fact]
    public void Remove_RemovesWhatAKilledRunnerLeft()
    {
        var path = Path.Combine(_folder, "endpoints.json");
        File.WriteAllText(path, "{}");

        EndpointsFile.Remove(path);

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Remove_InAFolderThatIsNotThere_DoesNothing()
    {
        EndpointsFile.Remove(Path.Combine(_folder, "none", "endpoints.json"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
