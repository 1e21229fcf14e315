using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class ListTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task ListMyTerms_250InPagesOf20_AreAllThereOnceByName()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var names = Enumerable.Range(0, 250).Select(number => $"Term {number:000}").ToList();
        foreach (var batch in names.OrderBy(name => name[^1]).Chunk(25))
        {
            await Task.WhenAll(batch.Select(name => api.CreateTermAsync(glossary.Id, name, ["all"])));
        }

        var pages = await api.PagesAsync("ListMyTerms", glossary.Id, 20);
        var byTag = await api.PagesAsync("ListMyTerms", glossary.Id, 20, query: new() { ["tag"] = "ALL" });
        var byPrefix = await api.PagesAsync("ListMyTerms", glossary.Id, 20, query: new() { ["prefix"] = "term 1" });

        Assert.Equal([.. Enumerable.Repeat(20, 12), 10], pages.Select(page => page.Count));
        Assert.Equal(names, pages.SelectMany(page => page));
        Assert.Equal(names, byTag.SelectMany(page => page));
        Assert.Equal([20, 20, 20, 20, 20], byPrefix.Select(page => page.Count));
        Assert.Equal(names[100..200], byPrefix.SelectMany(page => page));
    }

    [Fact]
    public async Task ListMyTerms_AreSortedWithoutRegardToCaseAndAShorterNameFirst()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        foreach (var name in new[] { "api gateway", "Ärmel", "API", "Zone", "API!", "apex" })
        {
            await api.CreateTermAsync(glossary.Id, name);
        }

        Assert.Equal(
            [["apex", "API", "api gateway", "API!", "Zone", "Ärmel"]],
            await api.PagesAsync("ListMyTerms", glossary.Id, 20));
    }

    [Fact]
    public async Task ListMyTerms_WithTheSameName_AreEachOnTheirPage()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var created = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.CreateTermAsync(glossary.Id, "Same")));

        var pages = await api.PagesAsync("ListMyTerms", glossary.Id, 1, "id");

        Assert.Equal(created.Select(term => term.Id).Order(StringComparer.Ordinal), pages.Select(Assert.Single));
    }

    [Theory]
    [InlineData("api", null, new[] { "API", "API Gateway", "apiary" })]
    [InlineData("API ", null, new[] { "API Gateway" })]
    [InlineData("  api   g", null, new[] { "API Gateway" })]
    [InlineData(null, "NETWORK", new[] { "API Gateway", "VPC" })]
    [InlineData("a", "network", new[] { "API Gateway" })]
    [InlineData("", "", new[] { "API", "API Gateway", "apiary", "VPC" })]
    [InlineData("x", null, new string[0])]
    [InlineData(null, "net", new string[0])]
    public async Task ListTermsAndListMyTerms_AreFoundByTheBeginningOfTheirNameAndByTag(string? prefix, string? tag, string[] expected)
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        await api.CreateTermAsync(glossary.Id, "API", ["Front door"]);
        await api.CreateTermAsync(glossary.Id, "API Gateway", ["Front door", "Network"]);
        await api.CreateTermAsync(glossary.Id, "apiary");
        await api.CreateTermAsync(glossary.Id, "VPC", ["Network"]);
        Dictionary<string, string> query = [];
        if (prefix is not null)
        {
            query["prefix"] = prefix;
        }

        if (tag is not null)
        {
            query["tag"] = tag;
        }

        Assert.Equal(expected, (await api.PagesAsync("ListTerms", glossary.Id, 20, query: query)).Single());
        Assert.Equal(expected, (await api.PagesAsync("ListMyTerms", glossary.Id, 1, query: query)).SelectMany(page => page));
    }

    [Fact]
    public async Task ListMyTerms_WhenAListEndsWithAFullPage_HasNoEmptyPageAfterIt()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            await api.CreateTermAsync(glossary.Id, name);
        }

        Assert.Equal([["a", "b"], ["c", "d"]], await api.PagesAsync("ListMyTerms", glossary.Id, 2));
    }

    [Fact]
    public async Task ListMyTerms_AddedAndDeletedWhilePaging_NeitherRepeatNorHideTheOthers()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var terms = new List<Reply>();
        foreach (var name in new[] { "b", "d", "f", "h" })
        {
            terms.Add(await api.CreateTermAsync(glossary.Id, name));
        }

        var first = await api.ListMyTermsAsync(glossary.Id, new() { ["limit"] = "2" });
        await api.DeleteTermAsync(glossary.Id, terms[1].Id, "*");
        await api.CreateTermAsync(glossary.Id, "a");
        await api.CreateTermAsync(glossary.Id, "g");
        var second = await api.ListMyTermsAsync(glossary.Id, new() { ["cursor"] = first.NextCursor! });

        Assert.Equal(["f", "g", "h"], second.Items.Select(item => item.GetProperty("term").GetString()));
    }

    [Fact]
    public async Task ListGlossariesAndListMyGlossaries_ListNewestFirstInExactPages()
    {
        var api = table.Api();
        var before = (await api.PagesAsync("ListGlossaries", null, 100, "id")).Sum(page => page.Count);
        List<string> ids = [];
        for (var number = 0; number < 7; number++)
        {
            ids.Insert(0, (await api.CreateGlossaryAsync($"Glossary {number}", number % 2 is 0 ? "public" : "private")).Id);
        }

        var own = await api.PagesAsync("ListMyGlossaries", null, 3, "id");
        var everyone = await api.PagesAsync("ListGlossaries", null, 3, "id");

        Assert.Equal([3, 3, 1], own.Select(page => page.Count));
        Assert.Equal(ids, own.SelectMany(page => page));
        Assert.Equal([ids[0], ids[2], ids[4], ids[6]], everyone.SelectMany(page => page).Where(ids.Contains));
        Assert.Equal(before + 4, everyone.Sum(page => page.Count));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("+5")]
    [InlineData("1e2")]
    [InlineData(" 5")]
    [InlineData("99999999999999999999999999")]
    [InlineData("")]
    [InlineData("٣")]
    public async Task Limit_OutsideItsRange_IsRefused(string limit)
    {
        var refused = await table.Api().CallAsync("ListGlossaries", new() { Query = new() { ["limit"] = limit } });

        Assert.Equal((400, "/problems/invalid-parameter"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task Limit_GivenTwice_IsRefused()
    {
        var request = new Call().ToEvent();
        request.MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["limit"] = ["1", "2"] };

        var response = await table.Api().Endpoint("ListGlossaries")
            .HandleAsync(request, new TestContext(TimeSpan.FromSeconds(9)));

        Assert.Equal(400, response.StatusCode);
    }

    [Fact]
    public async Task Cursor_OfAnotherQuery_IsRefused()
    {
        var api = table.Api();
        var one = await api.CreateGlossaryAsync(visibility: "public");
        var two = await api.CreateGlossaryAsync(visibility: "public");
        foreach (var name in new[] { "aa", "ab", "ac" })
        {
            await api.CreateTermAsync(one.Id, name, ["tag"]);
        }

        var cursor = (await api.ListMyTermsAsync(one.Id, new() { ["limit"] = "1", ["prefix"] = "a" })).NextCursor!;

        foreach (var refused in new[]
        {
            await api.ListMyTermsAsync(one.Id, new() { ["cursor"] = cursor }),
            await api.ListMyTermsAsync(one.Id, new() { ["cursor"] = cursor, ["prefix"] = "aa" }),
            await api.ListMyTermsAsync(one.Id, new() { ["cursor"] = cursor, ["prefix"] = "a", ["tag"] = "tag" }),
            await api.ListMyTermsAsync(two.Id, new() { ["cursor"] = cursor, ["prefix"] = "a" }),
            await api.PublicAsync("ListTerms", one.Id, query: new() { ["cursor"] = cursor, ["prefix"] = "a" }),
            await api.CallAsync("ListGlossaries", new() { Query = new() { ["cursor"] = cursor } }),
            await api.CallAsync("ListMyGlossaries", new() { Reader = api.Reader, Query = new() { ["cursor"] = cursor } }),
        })
        {
            Assert.Equal((400, "/problems/invalid-cursor"), (refused.Status, refused.Problem));
        }

        var accepted = await api.ListMyTermsAsync(one.Id, new() { ["cursor"] = cursor, ["prefix"] = "A" });
        Assert.Equal(["ab", "ac"], accepted.Items.Select(item => item.GetProperty("term").GetString()));
    }
}
