using System.Text.Json;
using Lexicon.Functions.Events;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>Reports, from their message to the lists that moderators read.</summary>
public sealed class ReportTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task Report_DeliveredAgain_IsFiledOnce_BeforeAndAfterItIsDecided()
    {
        var owner = table.Api().At(new TestClock(DateTimeOffset.Parse("2026-11-30T07:00:00Z", null)));
        var (glossary, term) = await owner.CreatePublicTermAsync();
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
        var (glossary, hidden) = await owner.CreatePublicTermAsync();
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
    public async Task Batch_WithOneThatIsNoReport_FilesTheOthers_AndReturnsThatOne()
    {
        var owner = table.Api();
        var (glossary, term) = await owner.CreatePublicTermAsync();
        var report = $$"""
            {"requestId":"1","requestTime":1764486000001,"glossaryId":"{{glossary}}","termId":"{{term}}","reason":"spam"}
            """;
        var log = new LogLines();
        var endpoint = new QueueEndpoint(
            Reactions.Find(nameof(FileReport))!,
            FileReport.Create(new(() => table.Client, TestTable.Name, () => new FakeImageFiles(), TimeProvider.System)),
            TimeProvider.System,
            log.Log);

        var response = await endpoint.HandleAsync(
            new() { Records = [new() { MessageId = "poison", Body = "{" }, new() { MessageId = "1", Body = report }] },
            new TestContext(TimeSpan.FromSeconds(30)));

        Assert.Equal(["poison"], response.BatchItemFailures.Select(failure => failure.ItemIdentifier));
        Assert.Single(await OpenAsync(term));
        Assert.Contains("\"status\":500", log.Text, StringComparison.Ordinal);
    }

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
        var (glossary, term) = await owner.CreatePublicTermAsync();
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
            var (glossary, term) = await owner.CreatePublicTermAsync();
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

    private async Task<List<string>> OpenAsync(string term) =>
        [.. (await table.PartitionAsync("REPORTS")).Where(item => item["termId"].S == term).Select(item => item["sk"].S)];
}
