using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.SQSEvents;
using Lexicon.Functions.Events;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>Reports, from their message to the decision, and what a hidden term is for whom.</summary>
public sealed class ModerationTests(TestTable table) : IClassFixture<TestTable>
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
        var (glossary, term) = await PublicTermAsync(owner);
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
    public async Task DismissedReport_LeavesTheTermAsItIs()
    {
        var owner = table.Api();
        var (glossary, term) = await PublicTermAsync(owner);

        var decided = await owner.DecideReportAsync(await owner.FileReportAsync(glossary, term), "dismiss", "It is fine.");

        Assert.Equal(
            ("dismiss", "It is fine.", owner.Reader),
            (Decision(decided, "decision"), Decision(decided, "reason"), Decision(decided, "moderator")));
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
        var (glossary, term) = await PublicTermAsync(owner);
        var report = await owner.FileReportAsync(glossary, term);
        Assert.False((await ItemAsync()).ContainsKey("expiresAt"));

        await owner.DecideReportAsync(report, decision, "Why.");

        Assert.Equal(
            isForgotten ? $"{now.AddDays(90).ToUnixTimeSeconds()}" : null, (await ItemAsync()).GetValueOrDefault("expiresAt")?.N);

        async Task<Dictionary<string, AttributeValue>> ItemAsync() => Assert.Single(await table.PartitionAsync($"REPORT#{report}"));
    }

    [Fact]
    public async Task HiddenTerm_ThatIsShownAgain_IsThereForEverybody_AndDueAsItWas()
    {
        var (owner, other) = (table.Api(), table.Api());
        var (glossary, term) = await PublicTermAsync(owner);
        await other.ReviewAsync(glossary, term, 0);
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, "hide", "It lies.");
        await owner.UpdateTermAsync(glossary, term, "*", "Honest now");

        var shown = await other.DecideReportAsync(report, "show", "It is mended.");
        var again = await other.DecideReportAsync(report, "show", "It is mended.");

        Assert.Equal((200, "show", "It is mended.", other.Reader),
            (shown.Status, Decision(shown, "decision"), Decision(shown, "reason"), Decision(shown, "moderator")));
        Assert.False(shown.Json.GetProperty("term").TryGetProperty("hidden", out _));
        Assert.Equal(shown.Body, again.Body);
        var seen = await owner.PublicAsync("GetTerm", glossary, term);
        Assert.Equal((200, "Honest now", "\"4\""), (seen.Status, seen.Text("term"), seen.Header("ETag")));
        Assert.Single((await other.Later(TimeSpan.FromDays(2)).DueAsync(glossary)).Items);
        Assert.DoesNotContain(report, (await HidingAsync(owner)).Select(item => item.GetProperty("id").GetString()));
        Assert.True((await table.PartitionAsync($"REPORT#{report}"))[0].ContainsKey("expiresAt"));
    }

    [Fact]
    public async Task HidingReports_AreListedNewestFirst_WithTheDecisionAndTheTermAsItIs()
    {
        var own = new TestTable();
        await own.InitializeAsync();
        var owner = own.Api().At(new TestClock(DateTimeOffset.Parse("2026-11-30T07:00:00Z", null))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(5),
        });
        List<string> reports = [];
        foreach (var decision in new[] { "hide", "dismiss", "hide" })
        {
            var (glossary, term) = await PublicTermAsync(owner);
            reports.Add(await owner.FileReportAsync(glossary, term));
            await owner.DecideReportAsync(reports[^1], decision, $"Reason {reports.Count}.");
        }

        var first = await owner.ListReportsAsync(new() { ["decision"] = "hide", ["limit"] = "1" });
        var second = await owner.ListReportsAsync(new() { ["decision"] = "hide", ["limit"] = "1", ["cursor"] = first.NextCursor! });
        var open = await owner.ListReportsAsync(new() { ["cursor"] = first.NextCursor! });

        var hiding = Assert.Single(first.Items);
        Assert.Equal((reports[2], "Reason 3.", "Reason 3."), (
            hiding.GetProperty("id").GetString(),
            hiding.GetProperty("decision").GetProperty("reason").GetString(),
            hiding.GetProperty("term").GetProperty("hidden").GetString()));
        Assert.Equal(reports[0], Assert.Single(second.Items).GetProperty("id").GetString());
        Assert.Null(second.NextCursor);
        Assert.Equal((400, "/problems/invalid-cursor"), (open.Status, open.Problem));
        await own.DisposeAsync();
    }

    [Theory]
    [InlineData("hide", "dismiss")]
    [InlineData("dismiss", "show")]
    [InlineData("show", "hide")]
    public async Task DecidedReport_IsDecidedOtherwise_OnlyToShowWhatItHides(string first, string then)
    {
        var owner = table.Api();
        var (glossary, term) = await PublicTermAsync(owner);
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, first, "First.");

        var otherwise = await owner.DecideReportAsync(report, then, "Then.");

        Assert.Equal((409, "/problems/already-decided"), (otherwise.Status, otherwise.Problem));
        Assert.Equal(first is "hide" ? 404 : 200, (await owner.PublicAsync("GetTerm", glossary, term)).Status);
    }

    [Fact]
    public async Task TermHiddenByTwoReports_IsShownByEither()
    {
        var owner = table.Api();
        var (glossary, term) = await PublicTermAsync(owner);
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
        var (glossary, term) = await PublicTermAsync(owner);
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DecideReportAsync(report, "hide", "Why.");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => owner.AsAnother().DecideReportAsync(report, "show", $"Reason {number}.")));

        Assert.Single(replies, reply => reply.Status is 200);
        Assert.Equal(7, replies.Count(reply => reply.Status is 409));
        Assert.Equal("\"3\"", (await owner.PublicAsync("GetTerm", glossary, term)).Header("ETag"));
    }

    [Fact]
    public async Task Decision_IsMadeOnce_AndAnsweredAgainToWhoMadeIt()
    {
        var (one, other) = (table.Api(), table.Api());
        var (glossary, term) = await PublicTermAsync(one);
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
        var (glossary, term) = await PublicTermAsync(owner);
        var report = await owner.FileReportAsync(glossary, term);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => owner.AsAnother().DecideReportAsync(report, "hide", $"Reason {number}.")));

        var decided = Assert.Single(replies, reply => reply.Status is 200);
        Assert.Equal(7, replies.Count(reply => reply.Status is 409));
        Assert.Equal(Decision(decided, "reason"), (await owner.GetMyTermAsync(glossary, term)).Text("hidden"));
        Assert.Equal(2, (await owner.GetMyTermAsync(glossary, term)).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Report_OfATermThatIsGoneMeanwhile_CanBeDecided()
    {
        var owner = table.Api();
        var (glossary, term) = await PublicTermAsync(owner);
        var report = await owner.FileReportAsync(glossary, term);
        await owner.DeleteTermAsync(glossary, term, "*");

        var decided = await owner.DecideReportAsync(report, "hide", "Gone anyway.");

        Assert.Equal((200, false), (decided.Status, decided.Json.TryGetProperty("term", out _)));
    }

    [Fact]
    public async Task Report_ThatNobodyMade_IsNotFound() =>
        Assert.Equal(404, (await table.Api().DecideReportAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", "hide", "Why.")).Status);

    [Fact]
    public async Task Report_DeliveredAgain_IsFiledOnce_BeforeAndAfterItIsDecided()
    {
        var owner = table.Api().At(new TestClock(DateTimeOffset.Parse("2026-11-30T07:00:00Z", null)));
        var (glossary, term) = await PublicTermAsync(owner);
        var reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => owner.FileReportAsync(glossary, term, "one request")));
        var report = Assert.Single(reports.Distinct());

        Assert.Single(await OpenAsync(term));
        await owner.DecideReportAsync(report, "dismiss", "Fine.");
        await owner.FileReportAsync(glossary, term, "one request");

        Assert.Empty(await OpenAsync(term));
    }

    [Fact]
    public async Task Report_OfWhatNobodySees_IsNotFiled()
    {
        var owner = table.Api();
        var secret = await owner.CreateGlossaryAsync();
        var term = await owner.CreateTermAsync(secret.Id, "Private");
        var (glossary, hidden) = await PublicTermAsync(owner);
        await owner.DecideReportAsync(await owner.FileReportAsync(glossary, hidden), "hide", "Why.");

        await owner.FileReportAsync(secret.Id, term.Id);
        await owner.FileReportAsync(glossary, term.Id);
        await owner.FileReportAsync(glossary, hidden);

        Assert.Empty(await OpenAsync(term.Id));
        Assert.Empty(await OpenAsync(hidden));
    }

    [Theory]
    [InlineData("""{"requestId":"r","requestTime":1,"glossaryId":"'","termId":"x","reason":"wrong"}""")]
    [InlineData("""{"requestId":"r","requestTime":-1,"glossaryId":"01ARZ3NDEKTSV4RRFFQ69G5FAV","reason":"wrong"}""")]
    [InlineData("""{"requestTime":1}""")]
    [InlineData("""{"requestId":"r","requestTime":1,"reason":"boring"}""")]
    public async Task Message_ThatCanBeOfNoTerm_IsTakenAndForgotten(string body)
    {
        var before = (await table.PartitionAsync("REPORTS")).Count;

        await table.Api().FileAsync(body);

        Assert.Equal(before, (await table.PartitionAsync("REPORTS")).Count);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Message_ThatIsNoReport_Fails(string body) =>
        await Assert.ThrowsAsync<JsonException>(() => table.Api().FileAsync(body));

    [Fact]
    public async Task Reports_ComeInPages_OldestFirst()
    {
        var own = new TestTable();
        await own.InitializeAsync();
        var clock = new TestClock(DateTimeOffset.Parse("2026-11-30T07:00:00Z", null))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(5),
        };
        var owner = own.Api().At(clock);
        var (glossary, term) = await PublicTermAsync(owner);
        List<string> filed = [];
        for (var number = 0; number < 5; number++)
        {
            filed.Add(await owner.FileReportAsync(glossary, term, remark: $"Remark {number}"));
        }

        var first = await owner.ListReportsAsync(new() { ["limit"] = "3" });
        var second = await owner.ListReportsAsync(new() { ["limit"] = "3", ["cursor"] = first.NextCursor! });

        Assert.Equal(filed[..3], first.Items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(filed[3..], second.Items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal("Remark 0", first.Items[0].GetProperty("remark").GetString());
        Assert.Equal("Lambda", first.Items[0].GetProperty("term").GetProperty("term").GetString());
        Assert.Null(second.NextCursor);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Batch_WithOneThatIsNoReport_FilesTheOthers_AndReturnsThatOne()
    {
        var owner = table.Api();
        var (glossary, term) = await PublicTermAsync(owner);
        var log = new LogLines();
        var endpoint = new QueueEndpoint(
            Reactions.Find(nameof(FileReport))!,
            FileReport.Create(new(() => table.Client, TestTable.Name, () => new FakeImageFiles(), TimeProvider.System)),
            TimeProvider.System,
            log.Log);

        var response = await endpoint.HandleAsync(
            new() { Records = [new() { MessageId = "poison", Body = "{" }, Twice(1, glossary, term)[0]] },
            new TestContext(TimeSpan.FromSeconds(30)));

        Assert.Equal(["poison"], response.BatchItemFailures.Select(failure => failure.ItemIdentifier));
        Assert.Single(await OpenAsync(term));
        Assert.Contains("\"status\":500", log.Text, StringComparison.Ordinal);
    }

    private static SQSEvent.SQSMessage[] Twice(int number, string glossary, string term) =>
    [
        .. Enumerable.Range(0, 2).Select(delivery => new SQSEvent.SQSMessage
        {
            MessageId = $"{number}-{delivery}",
            Body = $$"""
                {"requestId":"{{term}} {{number}}","requestTime":{{1764486000000 + number}},"glossaryId":"{{glossary}}","termId":"{{term}}",
                 "reason":"spam"}
                """,
        }),
    ];

    private static string? Decision(Reply reply, string member) => reply.Json.GetProperty("decision").GetProperty(member).GetString();

    private static async Task<(string Glossary, string Term)> PublicTermAsync(Api owner)
    {
        var glossary = await owner.CreateGlossaryAsync(visibility: "public");
        return (glossary.Id, (await owner.CreateTermAsync(glossary.Id, "Lambda")).Id);
    }

    private static async Task<IEnumerable<JsonElement>> HidingAsync(Api owner) =>
        (await owner.ListReportsAsync(new() { ["decision"] = "hide", ["limit"] = "100" })).Items;

    private async Task<List<string>> OpenAsync(string term) =>
        [.. (await table.PartitionAsync("REPORTS")).Where(item => item["termId"].S == term).Select(item => item["sk"].S)];
}
