using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>What moderators decide of a report: once, and so that it stays.</summary>
public sealed class DecisionTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task DismissedReport_LeavesTheTermAsItIs()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();

        var decided = await owner.DecideReportAsync(await owner.FileReportAsync(glossary, term), "dismiss", "It is fine.");

        Assert.Equal(
            ("dismiss", "It is fine.", owner.Reader),
            (decided.Decision("decision"), decided.Decision("reason"), decided.Decision("moderator")));
        Assert.Equal("\"1\"", (await owner.PublicAsync("GetTerm", glossary, term)).Header("ETag"));
    }

    /// <summary>What is decided is a matter of the past, with a reader's words in it.</summary>
    [Theory]
    [InlineData("dismiss", true)]
    [InlineData("hide", false)]
    public async Task DecidedReport_IsForgottenAfter90Days_UnlessItHidesATerm(string decision, bool isForgotten)
    {
        var now = DateTimeOffset.Parse("2026-11-30T07:00:00Z", null);
        var owner = table.Api().At(new TestClock(now));
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = await owner.FileReportAsync(glossary, term);
        Assert.False((await ItemAsync()).ContainsKey("expiresAt"));

        await owner.DecideReportAsync(report, decision, "Why.");

        Assert.Equal(
            isForgotten ? $"{now.AddDays(90).ToUnixTimeSeconds()}" : null, (await ItemAsync()).GetValueOrDefault("expiresAt")?.N);

        async Task<Dictionary<string, AttributeValue>> ItemAsync() => Assert.Single(await table.PartitionAsync($"REPORT#{report}"));
    }

    [Theory]
    [InlineData("hide", "dismiss")]
    [InlineData("dismiss", "show")]
    [InlineData("show", "hide")]
    public async Task DecidedReport_IsDecidedOtherwise_OnlyToShowWhatItHides(string first, string then)
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, first, "First.");

        var otherwise = await owner.DecideReportAsync(report, then, "Then.");

        Assert.Equal((409, "/problems/already-decided"), (otherwise.Status, otherwise.Problem));
        Assert.Equal(first is "hide" ? 404 : 200, (await owner.PublicAsync("GetTerm", glossary, term)).Status);
    }

    [Fact]
    public async Task Decision_IsMadeOnce_AndAnsweredAgainToWhoMadeIt()
    {
        var (one, other) = (table.Api(), table.Api());
        var (glossary, term) = await one.CreatePublicTermAsync();
        var report = await one.FileReportAsync(glossary, term);

        var first = await one.DecideReportAsync(report, "dismiss", "Fine.");
        var again = await one.DecideReportAsync(report, "dismiss", "Fine.");
        var otherwise = await one.DecideReportAsync(report, "hide", "Fine.");
        var others = await other.DecideReportAsync(report, "dismiss", "Fine.");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal((409, "/problems/already-decided"), (otherwise.Status, otherwise.Problem));
        Assert.Equal((409, "/problems/already-decided"), (others.Status, others.Problem));
        Assert.Equal(200, (await one.PublicAsync("GetTerm", glossary, term)).Status);
    }

    [Fact]
    public async Task ManyModeratorsAtOnce_DecideAReportOnce()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = await owner.FileReportAsync(glossary, term);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => owner.AsAnother().DecideReportAsync(report, "hide", $"Reason {number}.")));

        var decided = Assert.Single(replies, reply => reply.Status is 200);
        Assert.Equal(7, replies.Count(reply => reply.Status is 409));
        Assert.Equal(decided.Decision("reason"), (await owner.GetMyTermAsync(glossary, term)).Text("hidden"));
        Assert.Equal(2, (await owner.GetMyTermAsync(glossary, term)).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Report_OfATermThatIsGoneMeanwhile_CanBeDecided()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DeleteTermAsync(glossary, term, "*");

        var decided = await owner.DecideReportAsync(report, "hide", "Gone anyway.");

        Assert.Equal((200, false), (decided.Status, decided.Json.TryGetProperty("term", out _)));
    }

    [Fact]
    public async Task Report_ThatNobodyMade_IsNotFound() =>
        Assert.Equal(404, (await table.Api().DecideReportAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", "hide", "Why.")).Status);
}
