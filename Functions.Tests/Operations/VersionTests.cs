using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class VersionTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task UpdateGlossary_WithStaleETag_IsRefusedAndChangesNothing()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync("first");
        var current = await api.UpdateGlossaryAsync(created.Id, "\"1\"", "second");

        var stale = await api.UpdateGlossaryAsync(created.Id, "\"1\"", "third", "public");

        Assert.Equal((412, "/problems/stale-version"), (stale.Status, stale.Problem));
        Assert.Equal(current.Body, (await api.GetMineAsync(created.Id)).Body);
    }

    [Fact]
    public async Task DeleteGlossary_WithStaleETag_IsRefusedAndChangesNothing()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync("first", "public");
        await api.UpdateGlossaryAsync(created.Id, "\"1\"", "second", "public");

        var stale = await api.DeleteGlossaryAsync(created.Id, "\"1\"");

        Assert.Equal((412, "/problems/stale-version"), (stale.Status, stale.Problem));
        Assert.Equal(200, (await api.GetMineAsync(created.Id)).Status);
        Assert.Equal([[created.Id]], await api.PagesAsync("ListMyGlossaries", null, 20, "id"));
    }

    [Fact]
    public async Task UpdateTerm_WithStaleETag_IsRefusedAndChangesNothing()
    {
        var (api, glossaryId, termId) = await TermAsync();
        await api.UpdateTermAsync(glossaryId, termId, "\"1\"", "second");

        var stale = await api.UpdateTermAsync(glossaryId, termId, "\"1\"", "third", ["tag"]);

        Assert.Equal((412, "/problems/stale-version"), (stale.Status, stale.Problem));
        Assert.Equal([["second"]], await api.PagesAsync("ListMyTerms", glossaryId, 20));
        Assert.Equal([[]], await api.PagesAsync("ListMyTerms", glossaryId, 20, query: new() { ["tag"] = "tag" }));
    }

    [Fact]
    public async Task DeleteTerm_WithStaleETag_IsRefusedAndChangesNothing()
    {
        var (api, glossaryId, termId) = await TermAsync();
        await api.UpdateTermAsync(glossaryId, termId, "\"1\"", "second");

        var stale = await api.DeleteTermAsync(glossaryId, termId, "\"1\"");

        Assert.Equal(412, stale.Status);
        Assert.Equal(1, (await api.GetMineAsync(glossaryId)).Number("termCount"));
    }

    [Theory]
    [InlineData("W/\"1\"")]
    [InlineData("\"7\", W/\"1\" ,\"8\"")]
    [InlineData("*")]
    public async Task IfMatch_TakesWeakTagsListsAndAnything(string ifMatch)
    {
        var (api, glossaryId, termId) = await TermAsync();

        Assert.Equal(200, (await api.UpdateGlossaryAsync(glossaryId, ifMatch)).Status);
        Assert.Equal(200, (await api.UpdateTermAsync(glossaryId, termId, ifMatch, "second")).Status);
        Assert.Equal(204, (await api.DeleteTermAsync(glossaryId, termId, ifMatch == "*" ? "*" : "\"2\"")).Status);
        Assert.Equal(204, (await api.DeleteGlossaryAsync(glossaryId, ifMatch == "*" ? "*" : "\"2\"")).Status);
    }

    [Theory]
    [InlineData(null, 428, "/problems/precondition-required")]
    [InlineData(" ", 428, "/problems/precondition-required")]
    [InlineData("1", 400, "/problems/invalid-header")]
    [InlineData("\"1", 400, "/problems/invalid-header")]
    [InlineData("*, \"1\"", 400, "/problems/invalid-header")]
    [InlineData("\"abc\"", 412, "/problems/stale-version")]
    [InlineData("\"01\"", 412, "/problems/stale-version")]
    [InlineData("\"99999999999999999999\"", 412, "/problems/stale-version")]
    public async Task IfMatch_ThatIsMissingOrNoVersion_IsRefused(string? ifMatch, int status, string problem)
    {
        var (api, glossaryId, termId) = await TermAsync();

        foreach (var refused in new[]
        {
            await api.UpdateGlossaryAsync(glossaryId, ifMatch, "second"),
            await api.DeleteGlossaryAsync(glossaryId, ifMatch),
            await api.UpdateTermAsync(glossaryId, termId, ifMatch, "second"),
            await api.DeleteTermAsync(glossaryId, termId, ifMatch),
        })
        {
            Assert.Equal((status, problem), (refused.Status, refused.Problem));
        }

        var untouched = await api.GetMineAsync(glossaryId);
        Assert.Equal((1, 1), (untouched.Number("version"), untouched.Number("termCount")));
    }

    private async Task<(Api Api, string GlossaryId, string TermId)> TermAsync()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var term = await api.CreateTermAsync(glossary.Id, "first");
        return (api, glossary.Id, term.Id);
    }
}
