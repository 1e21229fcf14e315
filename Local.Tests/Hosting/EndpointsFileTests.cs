using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class EndpointsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lexicon-endpoints-").FullName;

    [Fact]
    public void Remove_RemovesWhatAKilledRunnerLeft()
    {
        var path = Path.Combine(folder, "endpoints.json");
        File.WriteAllText(path, "{}");

        EndpointsFile.Remove(path);

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Remove_InAFolderThatIsNotThere_DoesNothing()
    {
        EndpointsFile.Remove(Path.Combine(folder, "none", "endpoints.json"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
