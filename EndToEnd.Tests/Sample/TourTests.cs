using System.Diagnostics;
using System.Text.RegularExpressions;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Sample;

/// <summary>docs/tours/cdn.mjs, what <c>make cdn-tour</c> calls.</summary>
[Collection(SharedLexicon.Name)]
[Trait("Where", "Local")]
public sealed partial class TourTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task Tour_OfAPage_MissesOnceAtEachPlace_AndOnceBehindThoseThatShare()
    {
        var start = new ProcessStartInfo("node", ["docs/tours/cdn.mjs"]) { WorkingDirectory = Repository.Root };
        start.Environment["BASE_URL"] = lexicon.Site.AbsoluteUri;
        start.Environment["OBJECT"] = "/study.html";
        start.Environment["PLACES"] = "FRA LHR SYD";

        var run = await ProgramRun.ToItsEndAsync(start, TimeSpan.FromSeconds(60));

        Assert.True(run.ExitCode == 0, run.Text);
        Assert.Equal(
            [
                "FRA FRA56-P4 Miss Not in this cache; neither in the regional edge cache FRA-R; the origin sent it.",
                "FRA FRA56-P4 Hit In this cache, fresh for another",
                "LHR LHR61-P5 Miss Not in this cache; the regional edge cache FRA-R had it.",
                "LHR LHR61-P5 Hit In this cache, fresh for another",
                "SYD SYD62-P2 Miss Not in this cache; neither in the regional edge cache SYD-R; the origin sent it.",
                "SYD SYD62-P2 Hit In this cache, fresh for another",
            ],
            Row().Matches(run.Text).Select(row => string.Join(' ', row.Groups.Values.Skip(1).Select(group => group.Value))));
    }

    [GeneratedRegex(@"^(\w{3}) +(\S+) +(\w+) from cloudfront +\S+ +\d+ ms +(.+?)(?: \d+ s\.)?\s*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
