using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class ConcurrencyTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task CreateTerm_100TimesAtOnce_SucceedsOrIsRefusedClearly_AndTheCountEqualsTheTerms()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(number => api.CreateTermAsync(glossary.Id, $"Term {number}")));

        Assert.All(replies, reply => Assert.True(
            reply.Status is 201 || (reply.Status is 503 && reply.Header("Retry-After") is not null), reply.Body));
        var created = replies.Count(reply => reply.Status is 201);
        Assert.True(created > 50, $"only {created} of 100 succeeded");
        Assert.Equal(created, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
        Assert.Equal(created, (await api.PagesAsync("ListMyTerms", glossary.Id, 100)).Sum(page => page.Count));
    }

    [Fact]
    public async Task UpdateGlossary_20TimesAtOnceFromOneVersion_SucceedsOnce()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => api.UpdateGlossaryAsync(glossary.Id, "\"1\"", $"Title {number}")));

        Assert.Equal([200, .. Enumerable.Repeat(412, 19)], replies.Select(reply => reply.Status).Order());
        Assert.Equal(2, (await api.GetMineAsync(glossary.Id)).Number("version"));
    }

    [Fact]
    public async Task UpdateTerm_10TimesAtOnceFromAnyVersion_SucceedsEachTime_AndOneListOfTagsIsLeft()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var term = await api.CreateTermAsync(glossary.Id, "Start");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            number => api.UpdateTermAsync(glossary.Id, term.Id, "*", $"Name {number}", [$"tag {number}"])));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10, 11], replies.Select(reply => reply.Number("version")).Order());
        var last = replies.MaxBy(reply => reply.Number("version"))!;
        Assert.Equal([[last.Text("term")]], await api.PagesAsync("ListMyTerms", glossary.Id, 20));
        var entry = $"TAG#{last.Json.GetProperty("tags")[0]}\u001F{last.Text("term").ToLowerInvariant()}\u001F{term.Id}";
        Assert.Equal(
            ["GLOSSARY", entry, $"TERM#{term.Id}"],
            (await table.PartitionAsync($"GLOSSARY#{glossary.Id}")).Select(item => item["sk"].S));
    }

    [Fact]
    public async Task DeleteTerm_10TimesAtOnce_CountsItOnce()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        await api.CreateTermAsync(glossary.Id, "Stays");
        var term = await api.CreateTermAsync(glossary.Id, "Goes");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.DeleteTermAsync(glossary.Id, term.Id, "*")));

        Assert.Equal([204, .. Enumerable.Repeat(404, 9)], replies.Select(reply => reply.Status).Order());
        Assert.Equal(1, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
    }
}
