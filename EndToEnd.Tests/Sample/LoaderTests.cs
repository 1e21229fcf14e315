using System.Diagnostics;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Sample;

/// <summary>docs/sample/load.mjs, which anyone may run against what they deployed, as often as they like.</summary>
[Collection(SharedLexicon.Name)]
public sealed class LoaderTests(RunningLexicon lexicon)
{
    private const string OneDay = "86400000";

    [Fact]
    public async Task Loader_AfterItsGlossaryWasDeleted_CreatesItAnew_EvenIfThisMachinesClockIsADayBehind()
    {
        var (first, _) = await LoadAsync();
        await DeleteSampleAsync();

        var (second, output) = await LoadAsync($"Date.now = ((now) => () => now() - {OneDay})(Date.now)");

        Assert.True(first is 0 && second is 0, output);
        Assert.Contains("Created the glossary", output, StringComparison.Ordinal);
        Assert.Contains(" 0 changed, 0 as they were.", output, StringComparison.Ordinal);
        await DeleteSampleAsync();
    }

    /// <summary>Runs it for the other reader, after a script of the test's.</summary>
    private async Task<(int ExitCode, string Output)> LoadAsync(string script = "")
    {
        var start = new ProcessStartInfo("node", ["--import", $"data:text/javascript,{script}", "docs/sample/load.mjs"])
        {
            WorkingDirectory = Repository.Root,
        };
        start.Environment["BASE_URL"] = lexicon.Site.AbsoluteUri;
        start.Environment["ID_TOKEN"] = lexicon.Other.Token;
        var run = await ProgramRun.ToItsEndAsync(start, TimeSpan.FromSeconds(90));
        return (run.ExitCode, run.Text);
    }

    private async Task DeleteSampleAsync()
    {
        var all = await lexicon.Other.ListAsync("/api/me/glossaries", 100);
        var sample = Assert.Single(all, glossary => (string?)glossary["title"] == "AWS: API, Dynamo and Lambda");
        await lexicon.Other.DeleteAsync($"/api/me/glossaries/{sample["id"]}", "*");
    }
}
