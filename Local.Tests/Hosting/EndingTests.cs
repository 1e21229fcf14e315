using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class EndingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-ending-").FullName;

    [Fact]
    public async Task Unexpected_IsKeptInTheDataFolder()
    {
        var data = Path.Combine(_folder, "data");

        Assert.Equal(1, await FailAsync(data));

        Assert.StartsWith(
            "System.InvalidOperationException: odd", await File.ReadAllTextAsync(
                Path.Combine(data, "unexpected-error.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexpected_WithADataFolderThatCannotBeWritten_EndsAllTheSame()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(1, await FailAsync(file));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<int> FailAsync(string data) => Ending.OfAsync(
        TestSettings.In(data),
        () => throw new InvalidOperationException("odd"),
        CancellationToken.None);
}
