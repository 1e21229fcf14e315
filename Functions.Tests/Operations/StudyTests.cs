using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class StudyTests(TestTable table) : IClassFixture<TestTable>
{
    private const string Nowhere = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    [Fact]
    public async Task RecordReview_OfATermNeverReviewed_IsDueTomorrow_AndCountsFromOne()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1);

        var recorded = await api.ReviewAsync(glossaryId, terms[0], 5);

        Assert.Equal(201, recorded.Status);
        Assert.Equal((glossaryId, terms[0]), (recorded.Text("glossaryId"), recorded.Text("termId")));
        Assert.Equal((5, 1, 1, 1), (
            recorded.Number("quality"), recorded.Number("repetitions"), recorded.Number("intervalDays"), recorded.Number("version")));
        Assert.Equal(2.6m, recorded.Json.GetProperty("easiness").GetDecimal());
        Assert.Equal(
            recorded.Json.GetProperty("reviewedAt").GetDateTime().AddDays(1), recorded.Json.GetProperty("dueAt").GetDateTime());
    }

    [Fact]
    public async Task ListDueTerms_WhatWasNeverReviewed_ComesInTheOrderOfCreation()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(5);

        var due = await api.DueAsync(glossaryId);
        var two = await api.DueAsync(glossaryId, 2);

        Assert.Equal(terms, Terms(due));
        Assert.Equal(terms.Take(2), Terms(two));
        Assert.All(due.Items, item => Assert.False(item.TryGetProperty("review", out _)));
    }

    [Fact]
    public async Task ListDueTerms_WhatWasReviewed_IsGoneAtOnce_AndComesBackFirstWhenItsTimeHasCome()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(4);
        await api.ReviewAsync(glossaryId, terms[2], 4);
        await api.ReviewAsync(glossaryId, terms[0], 4);

        var now = await api.DueAsync(glossaryId);
        var tomorrow = await api.Later(TimeSpan.FromDays(1.01)).DueAsync(glossaryId);

        Assert.Equal([terms[1], terms[3]], Terms(now));
        Assert.Equal([terms[2], terms[0], terms[1], terms[3]], Terms(tomorrow));
        Assert.Equal(1, tomorrow.Items[0].GetProperty("review").GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task ListDueTerms_OfManyTerms_GoesOnWhereTheLastPageWasReviewed_UntilNothingIsLeft()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(60);
        api = api.Later(TimeSpan.FromHours(1));

        List<string> studied = [];
        while (await api.DueAsync(glossaryId, 7) is { Items: { Count: > 0 } } page)
        {
            studied.AddRange(Terms(page));
            await Task.WhenAll(Terms(page).Select(id => api.ReviewAsync(glossaryId, id, 3)));
        }

        Assert.Equal(terms, studied);
        var study = (await table.PartitionAsync($"STUDY#{api.Reader}")).Single(item => item["sk"].S == $"GLOSSARY#{glossaryId}");
        Assert.Equal(terms[^1], study["newAfter"].S);

        var late = (await api.CreateTermAsync(glossaryId, "late")).Id;
        Assert.Equal([late], Terms(await api.DueAsync(glossaryId)));
    }

    [Fact]
    public async Task ListDueTerms_AmongYoungTerms_RemembersNothing_SinceAnotherClockMayBeBehind()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(2);
        await api.ReviewAsync(glossaryId, terms[0], 3);

        await api.DueAsync(glossaryId);

        Assert.DoesNotContain(await table.PartitionAsync($"STUDY#{api.Reader}"), item => item.ContainsKey("newAfter"));
    }

    [Fact]
    public async Task ListDueTerms_WithoutAGlossary_IsWhatIsDueInAll_LongestDueFirst()
    {
        var (api, one, ofOne) = await GlossaryAsync(2);
        var (_, two, ofTwo) = await GlossaryAsync(2, "private", api);
        await api.ReviewAsync(one, ofOne[1], 4);
        await api.ReviewAsync(two, ofTwo[0], 4);
        await api.ReviewAsync(one, ofOne[0], 4);

        Assert.Empty((await api.DueAsync()).Items);
        var tomorrow = api.Later(TimeSpan.FromDays(1.01));
        Assert.Equal([ofOne[1], ofTwo[0], ofOne[0]], Terms(await tomorrow.DueAsync()));
        Assert.Equal([ofOne[1], ofTwo[0]], Terms(await tomorrow.DueAsync(limit: 2)));
        Assert.Empty((await api.AsAnother().DueAsync()).Items);
    }

    [Fact]
    public async Task Study_OfAPublicGlossary_IsForEveryReaderTheirOwn()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(2, "public");
        var other = api.AsAnother();

        var theirs = await other.ReviewAsync(glossaryId, terms[0], 5);
        var mine = await api.ReviewAsync(glossaryId, terms[0], 2);

        Assert.Equal((201, 1, 1), (theirs.Status, theirs.Number("version"), mine.Number("version")));
        Assert.Equal((1, 0), (theirs.Number("repetitions"), mine.Number("repetitions")));
        Assert.Equal([terms[1]], Terms(await other.DueAsync(glossaryId)));
    }

    [Fact]
    public async Task Study_OfAPrivateGlossaryOfAnother_IsNotFound_AlsoOnceItHasBecomePrivate()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1, "public");
        var other = api.AsAnother();
        await other.ReviewAsync(glossaryId, terms[0], 4);
        await api.UpdateGlossaryAsync(glossaryId, "*", visibility: "private");

        var later = other.Later(TimeSpan.FromDays(2));
        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(later.DueAsync(glossaryId)));
        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(later.ReviewAsync(glossaryId, terms[0], 4)));
        Assert.Empty((await later.DueAsync()).Items);

        await api.UpdateGlossaryAsync(glossaryId, "*", visibility: "public");
        Assert.Equal(terms, Terms(await later.DueAsync()));
        Assert.Equal(2, (await later.ReviewAsync(glossaryId, terms[0], 4)).Number("version"));
    }

    [Fact]
    public async Task Study_OfWhatIsNotThere_IsNotFound()
    {
        var (api, glossaryId, _) = await GlossaryAsync(0);

        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(api.DueAsync(Nowhere)));
        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(api.DueAsync("nonsense")));
        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(api.ReviewAsync(glossaryId, Nowhere, 4)));
        Assert.Equal((404, "/problems/not-found"), await ProblemAsync(api.ReviewAsync(Nowhere, Nowhere, 4)));
        Assert.Empty(await table.PartitionAsync($"STUDY#{api.Reader}"));
    }

    [Fact]
    public async Task RecordReview_RepeatedWithItsKey_CountsOnce_AndIsAnsweredAlike_EvenWhenTheTermIsGone()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1);
        var first = await api.ReviewAsync(glossaryId, terms[0], 4, "key");
        await api.ReviewAsync(glossaryId, terms[0], 4);

        var again = await api.ReviewAsync(glossaryId, terms[0], 4, "key");
        var other = await api.ReviewAsync(glossaryId, terms[0], 5, "key");
        await api.DeleteTermAsync(glossaryId, terms[0], "*");
        var afterTerm = await api.ReviewAsync(glossaryId, terms[0], 4, "key");
        var otherAfterTerm = await api.ReviewAsync(glossaryId, terms[0], 5, "key");
        await api.DeleteGlossaryAsync(glossaryId, "*");
        var afterGlossary = await api.ReviewAsync(glossaryId, terms[0], 4, "key");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal((422, 422), (other.Status, otherAfterTerm.Status));
        Assert.Equal((201, first.Body), (afterTerm.Status, afterTerm.Body));
        Assert.Equal((201, first.Body), (afterGlossary.Status, afterGlossary.Body));
        Assert.Equal(404, (await api.ReviewAsync(glossaryId, terms[0], 4, "another")).Status);
    }

    [Fact]
    public async Task RecordReview_TenTimesAtOnce_CountsEachOnce()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.ReviewAsync(glossaryId, terms[0], 4)));

        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], replies.Select(reply => reply.Number("version")).Order());
    }

    [Fact]
    public async Task RecordReview_OfATermThatWasDeleted_NeverSurfaces_AndIsRemovedWhenItComesUp()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(3);
        foreach (var term in terms)
        {
            await api.ReviewAsync(glossaryId, term, 4);
        }

        await api.DeleteTermAsync(glossaryId, terms[1], "*");
        var tomorrow = await api.Later(TimeSpan.FromDays(2)).DueAsync(glossaryId);

        Assert.Equal([terms[0], terms[2]], Terms(tomorrow));
        Assert.Equal(
            [$"GLOSSARY#{glossaryId}", $"REVIEW#{glossaryId}#{terms[0]}", $"REVIEW#{glossaryId}#{terms[2]}"],
            (await table.PartitionAsync($"STUDY#{api.Reader}")).Select(item => item["sk"].S));
    }

    /// <summary>Each of the two kinds that are in the way, and more of them than a list is long.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task ListDueTerms_BehindTermsThatAreHiddenOrGone_IsFullOfWhatIsDue_AndTheyAreNotReadAgain(
        bool isHidden, bool isOfOneGlossary)
    {
        using var client = table.NewClient();
        var (api, glossaryId, terms) = await GlossaryAsync(7, "public", table.Api().Through(client));
        foreach (var term in terms)
        {
            await api.ReviewAsync(glossaryId, term, 4);
        }

        foreach (var term in terms[..5])
        {
            await (isHidden ? HideAsync(api, glossaryId, term) : api.DeleteTermAsync(glossaryId, term, "*"));
        }

        var tomorrow = api.Later(TimeSpan.FromDays(1.5));
        var only = isOfOneGlossary ? glossaryId : null;

        Assert.Equal(terms[5..], Terms(await tomorrow.DueAsync(only, 2)));
        client.Reset();
        Assert.Equal(terms[5..], Terms(await tomorrow.DueAsync(only, 2)));
        Assert.DoesNotContain(client.Actions, action => action.Action is "UpdateItem" or "DeleteItem");
    }

    [Fact]
    public async Task ReviewOfAHiddenTerm_IsPutOffByADay_AndOtherwiseKeptAsItIs()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1, "public");
        await api.ReviewAsync(glossaryId, terms[0], 5);
        await HideAsync(api, glossaryId, terms[0]);
        var before = await ReviewAsync();
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(2);

        Assert.Empty(Terms(await api.At(new TestClock(tomorrow)).DueAsync(glossaryId)));

        var after = await ReviewAsync();
        var due = $"{tomorrow.AddDays(1):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}";
        Assert.Equal((due, $"{glossaryId}#{due}#{terms[0]}"), (after["dueAt"].S, after["dueSk"].S));
        Assert.Equal(Rest(before), Rest(after));

        async Task<Dictionary<string, AttributeValue>> ReviewAsync() =>
            (await table.PartitionAsync($"STUDY#{api.Reader}")).Single(
                item => item["sk"].S.StartsWith("REVIEW#", StringComparison.Ordinal));

        static IEnumerable<(string, string)> Rest(Dictionary<string, AttributeValue> item) =>
            item.Where(one => !one.Key.StartsWith("due", StringComparison.Ordinal))
                .Select(one => (one.Key, one.Value.S ?? one.Value.N))
                .Order();
    }

    [Fact]
    public async Task ListDueTerms_WhereAHiddenTermWasNeverReviewed_RemembersNothingBeyondIt()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(3, "public");
        await HideAsync(api, glossaryId, terms[1]);
        var later = api.Later(TimeSpan.FromHours(1));
        await later.ReviewAsync(glossaryId, terms[0], 4);
        await later.ReviewAsync(glossaryId, terms[2], 4);

        Assert.Empty(Terms(await later.DueAsync(glossaryId)));

        var study = (await table.PartitionAsync($"STUDY#{api.Reader}")).Single(item => item["sk"].S == $"GLOSSARY#{glossaryId}");
        Assert.Equal(terms[0], study["newAfter"].S);
    }

    [Fact]
    public async Task ListDueTerms_BehindAHundredGlossariesThatBecamePrivate_FindsTheOlderOne()
    {
        var (api, glossaryId, terms) = await GlossaryAsync(1, "public");
        var reader = api.AsAnother();
        await reader.ReviewAsync(glossaryId, terms[0], 4);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var (_, hidden, ofHidden) = await GlossaryAsync(1, "public", api);
            await reader.ReviewAsync(hidden, ofHidden[0], 4);
            await api.UpdateGlossaryAsync(hidden, "*", visibility: "private");
        }));

        Assert.Equal(terms, Terms(await reader.Later(TimeSpan.FromDays(2)).DueAsync()));
    }

    private static async Task HideAsync(Api api, string glossaryId, string termId) =>
        Assert.Equal(200, (await api.DecideReportAsync(await api.FileReportAsync(glossaryId, termId), "hide", "Why.")).Status);

    private static string[] Terms(Reply reply) =>
        [.. reply.Items.Select(item => item.GetProperty("term").GetProperty("id").GetString()!)];

    private static async Task<(int Status, string Problem)> ProblemAsync(Task<Reply> call)
    {
        var reply = await call;
        return (reply.Status, reply.Problem);
    }

    private async Task<(Api Api, string GlossaryId, string[] Terms)> GlossaryAsync(
        int terms, string visibility = "private", Api? existing = null)
    {
        var api = existing ?? table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: visibility);
        List<string> ids = [];
        foreach (var number in Enumerable.Range(0, terms))
        {
            ids.Add((await api.CreateTermAsync(glossary.Id, $"Term {number}")).Id);
        }

        ids.Sort(StringComparer.Ordinal);
        return (api, glossary.Id, [.. ids]);
    }
}
