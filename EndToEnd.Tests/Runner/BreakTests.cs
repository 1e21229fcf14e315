using System.Diagnostics;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// <c>make break</c>, as its reader runs it (docs/breaks), all of them with one runner. Each command holds what it sees against what its
/// module promises, broken and mended, and ends with 1 where they differ.
/// </summary>
[Trait("Where", "Local")]
public sealed class BreakTests(WatchedRunner one) : IClassFixture<WatchedRunner>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Breaks => [.. Names];

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Repository.File("docs", "breaks"), "*.mjs")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "break").Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Break_IsSeenInTheConsole_AndMendedByTheLineThatItNames(string name)
    {
        var run = await RunAsync(name);

        Assert.True(run.ExitCode == 0, run.Text);
        Assert.Matches("\nMended by +[A-Z][A-Za-z/]+\\.(cs|js):[0-9]+  .+", run.Text);
        Assert.InRange(run.Text.Split("\nIn console ").Length - 1, 2, 3);
    }

    [Fact]
    public async Task WithoutAName_EachIsListed_AndAnUnknownNameIsRefusedWithAllThatThereAre()
    {
        var (list, unknown) = (await RunAsync(), await RunAsync("nothing"));

        Assert.Equal((0, 1), (list.ExitCode, unknown.ExitCode));
        Assert.All(Names, name => Assert.Matches($"\n{name} +.+\\?", list.Text));
        Assert.All(Names, name => Assert.Contains(name, unknown.Text, StringComparison.Ordinal));
    }

    private Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["docs/breaks/break.mjs", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
        };
        start.Environment["FOLDER"] = one.Folder;
        return ProgramRun.ToItsEndAsync(start, Patience);
    }
}
