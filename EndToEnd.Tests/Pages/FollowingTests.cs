using System.Diagnostics;

namespace Lexicon.EndToEnd.Tests.Pages;

/// <summary>
/// The page of a glossary while others change it: each way in which what it reads and what it is told can meet, with time, API and
/// connection in the hand of <c>Following/following.test.mjs</c>.
/// </summary>
public sealed class FollowingTests
{
    [Fact]
    public async Task PageOfAGlossary_ShowsInTheEndWhatIsThere_HoweverReadingsAndMessagesMeet()
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=spec", "EndToEnd.Tests/Pages/Following/following.test.mjs"])
        {
            WorkingDirectory = Repository.Root,
        };

        var run = await ProgramRun.ToItsEndAsync(start, TimeSpan.FromMinutes(2));

        Assert.True(run.ExitCode is 0, run.Text);
        Assert.Matches("pass [1-9][0-9]+\n", run.Text);
    }
}
