using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>What a term that a moderator has hidden is for whom, until it is shown again.</summary>
public sealed class HiddenTermTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task HiddenTerm_IsGoneForEverybodyButItsOwner_WhoReadsWhy()
    {
        var owner = table.Api();
        var glossary = await owner.CreateGlossaryAsync(visibility: "public");
        await owner.CreateTermAsync(glossary.Id, "Fine", ["tag"]);
        var term = await owner.CreateTermAsync(glossary.Id, "Hidden", ["tag"]);

        var decided = await owner.AsAnother().DecideReportAsync(await owner.FileReportAsync(glossary.Id, term.Id), "hide", " It lies. ");

        Assert.Equal((200, "It lies."), (decided.Status, decided.Json.GetProperty("term").GetProperty("hidden").GetString()));
        Assert.Equal(404, (await owner.PublicAsync("GetTerm", glossary.Id, term.Id)).Status);
        Assert.Equal([["Fine"]], await owner.PagesAsync("ListTerms", glossary.Id, 20));
        Assert.Equal([["Fine"]], await owner.PagesAsync("ListTerms", glossary.Id, 20, query: new() { ["tag"] = "tag" }));
        Assert.Equal([["Fine", "Hidden"]], await owner.PagesAsync("ListMyTerms", glossary.Id, 20));
        Assert.Equal(
            ["Fine"],
            (await owner.DueAsync(glossary.Id)).Items.Select(item => item.GetProperty("term").GetProperty("term").GetString()!));
        var mine = await owner.GetMyTermAsync(glossary.Id, term.Id, "\"1\"");
        Assert.Equal((200, "It lies.", "\"2\""), (mine.Status, mine.Text("hidden"), mine.Header("ETag")));
        var edited = await owner.UpdateTermAsync(glossary.Id, term.Id, "\"2\"", "Honest now");
        Assert.Equal((200, "It lies."), (edited.Status, edited.Text("hidden")));
    }

    [Fact]
    public async Task HiddenTerm_ThatWasStudied_IsNotDueAgain()
    {
        var owner = table.Api();
        var glossary = await owner.CreateGlossaryAsync(visibility: "public");
        var term = await owner.CreateTermAsync(glossary.Id, "Hidden");
        await owner.ReviewAsync(glossary.Id, term.Id, 0);
        await owner.DecideReportAsync(await owner.FileReportAsync(glossary.Id, term.Id), "hide", "Why.");

        Assert.Empty((await owner.Later(TimeSpan.FromDays(2)).DueAsync(glossary.Id)).Items);
    }

    [Fact]
    public async Task HiddenTerm_IsReviewedByNobodyButItsOwner_ThoughWhatWasRecordedBeforeIsToldAgain()
    {
        var (owner, other, late) = (table.Api(), table.Api(), table.Api());
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var before = await other.ReviewAsync(glossary, term, 4, "once");
        await owner.DecideReportAsync(await owner.FileReportAsync(glossary, term), "hide", "Why.");
        var kept = await table.PartitionAsync($"STUDY#{other.Reader}");

        var refused = await other.ReviewAsync(glossary, term, 5);
        var again = await other.ReviewAsync(glossary, term, 4, "once");
        var first = await late.ReviewAsync(glossary, term, 5);
        var own = await owner.ReviewAsync(glossary, term, 5);

        Assert.Equal((404, "There is no such term."), (refused.Status, refused.Text("detail")));
        Assert.Equal((201, before.Body), (again.Status, again.Body));
        Assert.Equal((404, "There is no such term."), (first.Status, first.Text("detail")));
        Assert.Equal(201, own.Status);
        Assert.Equal(
            kept.Select(item => (item["sk"].S, item.GetValueOrDefault("version")?.N)),
            (await table.PartitionAsync($"STUDY#{other.Reader}")).Select(item => (item["sk"].S, item.GetValueOrDefault("version")?.N)));
        Assert.Empty(await table.PartitionAsync($"STUDY#{late.Reader}"));
    }

    [Fact]
    public async Task HiddenTerm_ThatIsShownAgain_IsThereForEverybody_AndDueAsItWas()
    {
        var (owner, other) = (table.Api(), table.Api());
        var (glossary, term) = await owner.CreatePublicTermAsync();
        await other.ReviewAsync(glossary, term, 0);
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, "hide", "It lies.");
        await owner.UpdateTermAsync(glossary, term, "*", "Honest now");

        var shown = await other.DecideReportAsync(report, "show", "It is mended.");
        var again = await other.DecideReportAsync(report, "show", "It is mended.");

        Assert.Equal((200, "show", "It is mended.", other.Reader),
            (shown.Status, shown.Decision("decision"), shown.Decision("reason"), shown.Decision("moderator")));
        Assert.False(shown.Json.GetProperty("term").TryGetProperty("hidden", out _));
        Assert.Equal(shown.Body, again.Body);
        var seen = await owner.PublicAsync("GetTerm", glossary, term);
        Assert.Equal((200, "Honest now", "\"4\""), (seen.Status, seen.Text("term"), seen.Header("ETag")));
        Assert.Single((await other.Later(TimeSpan.FromDays(2)).DueAsync(glossary)).Items);
        var hiding = await owner.ListReportsAsync(new() { ["decision"] = "hide", ["limit"] = "100" });
        Assert.DoesNotContain(report, hiding.Items.Select(item => item.GetProperty("id").GetString()));
        Assert.True((await table.PartitionAsync($"REPORT#{report}"))[0].ContainsKey("expiresAt"));
    }

    [Fact]
    public async Task TermHiddenByTwoReports_IsShownByEither()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var (one, two) = (await owner.FileReportAsync(glossary, term), await owner.FileReportAsync(glossary, term));
        await owner.DecideReportAsync(one, "hide", "One.");
        await owner.DecideReportAsync(two, "hide", "Two.");

        await owner.DecideReportAsync(one, "show", "After all.");
        var rest = await owner.DecideReportAsync(two, "show", "After all.");

        Assert.Equal((200, 200), ((await owner.PublicAsync("GetTerm", glossary, term)).Status, rest.Status));
        Assert.Equal("\"4\"", (await owner.PublicAsync("GetTerm", glossary, term)).Header("ETag"));
    }

    [Fact]
    public async Task ManyModeratorsAtOnce_ShowATermOnce()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, "hide", "Why.");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => owner.AsAnother().DecideReportAsync(report, "show", $"Reason {number}.")));

        Assert.Single(replies, reply => reply.Status is 200);
        Assert.Equal(7, replies.Count(reply => reply.Status is 409));
        Assert.Equal("\"3\"", (await owner.PublicAsync("GetTerm", glossary, term)).Header("ETag"));
    }
}
