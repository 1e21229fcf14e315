using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class TermTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task CreateTerm_AnswersTheTermAndCountsIt()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();

        var created = await api.CreateTermAsync(glossary.Id, "Lambda", ["Serverless", "Compute"]);

        Assert.Equal(201, created.Status);
        Assert.Equal("Lambda", created.Text("term"));
        Assert.Equal("What Lambda means.", created.Text("definition"));
        Assert.Equal(glossary.Id, created.Text("glossaryId"));
        Assert.Equal(
            """[{"title":"AWS","url":"https://docs.aws.amazon.com/"}]""",
            created.Json.GetProperty("references").GetRawText());
        Assert.Equal("""["Serverless","Compute"]""", created.Json.GetProperty("tags").GetRawText());
        Assert.False(created.Json.TryGetProperty("image", out _));
        Assert.Equal("\"1\"", created.Header("ETag"));
        Assert.Equal($"/api/me/glossaries/{glossary.Id}/terms/{created.Id}", created.Header("Location"));
        Assert.Equal(1, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
    }

    [Fact]
    public async Task CreateTerm_LeavesTheVersionOfTheGlossaryAlone()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();

        await api.CreateTermAsync(glossary.Id, "Lambda");

        Assert.Equal("\"1\"", (await api.GetMineAsync(glossary.Id)).Header("ETag"));
    }

    [Fact]
    public async Task GetTerm_WithTheETagThatTheReaderHas_IsNotModified()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var term = await api.CreateTermAsync(glossary.Id, "Lambda");
        var call = new Call { Path = Api.Paths(glossary.Id, term.Id) };

        var got = await api.CallAsync("GetTerm", call);
        var same = await api.CallAsync("GetTerm", call with { Headers = Api.Headers("if-none-match", "W/\"1\"") });
        var other = await api.CallAsync("GetTerm", call with { Headers = Api.Headers("If-None-Match", "\"2\"") });

        Assert.Equal((200, term.Body), (got.Status, got.Body));
        Assert.Equal((304, "", "\"1\""), (same.Status, same.Body, same.Header("ETag")));
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task UpdateTerm_ReplacesTheTermAndItsPlaceInEveryList()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var term = await api.CreateTermAsync(glossary.Id, "Alpha", ["old", "both"]);
        await api.CreateTermAsync(glossary.Id, "Beta", ["both"]);

        var updated = await api.UpdateTermAsync(glossary.Id, term.Id, "\"1\"", "Gamma", ["both", "new"]);

        Assert.Equal((200, "Gamma", "\"2\""), (updated.Status, updated.Text("term"), updated.Header("ETag")));
        Assert.Equal([["Beta", "Gamma"]], await api.PagesAsync("ListMyTerms", glossary.Id, 20));
        Assert.Equal([[]], await api.PagesAsync("ListMyTerms", glossary.Id, 20, query: new() { ["tag"] = "old" }));
        Assert.Equal([["Gamma"]], await api.PagesAsync("ListMyTerms", glossary.Id, 20, query: new() { ["tag"] = "new" }));
        Assert.Equal(
            [["Beta", "Gamma"]], await api.PagesAsync("ListMyTerms", glossary.Id, 20, query: new() { ["tag"] = "both" }));
        Assert.Equal(2, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
    }

    [Fact]
    public async Task DeleteTerm_RemovesTheTermFromEveryListAndCountsIt()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var term = await api.CreateTermAsync(glossary.Id, "Lambda", ["serverless"]);

        var deleted = await api.DeleteTermAsync(glossary.Id, term.Id, "\"1\"");

        Assert.Equal((204, ""), (deleted.Status, deleted.Body));
        Assert.Equal([[]], await api.PagesAsync("ListMyTerms", glossary.Id, 20));
        Assert.Equal(0, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
        Assert.Single(await table.PartitionAsync($"GLOSSARY#{glossary.Id}"));
        Assert.Equal(404, (await api.DeleteTermAsync(glossary.Id, term.Id, "\"1\"")).Status);
    }

    [Fact]
    public async Task EveryWrite_WhoseAnswerGotLostAndIsSentAgain_IsDoneOnceAndSucceeds()
    {
        using var client = table.NewClient();
        var api = table.Api().Through(client);
        var glossary = await api.CreateGlossaryAsync();

        client.Lost = 1;
        var created = await api.CreateTermAsync(glossary.Id, "before", ["tag"]);
        client.Lost = 1;
        var updated = await api.UpdateTermAsync(glossary.Id, created.Id, "\"1\"", "after", ["other"]);
        Assert.Equal((201, 200, 2), (created.Status, updated.Status, updated.Number("version")));
        Assert.Equal(1, (await api.GetMineAsync(glossary.Id)).Number("termCount"));

        client.Lost = 1;
        Assert.Equal(204, (await api.DeleteTermAsync(glossary.Id, created.Id, "\"2\"")).Status);
        Assert.Equal(0, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
    }

    [Fact]
    public async Task CreateTerm_InAFullGlossary_IsRefusedAndChangesNothing()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        await table.Client.UpdateItemAsync(new()
        {
            TableName = TestTable.Name,
            Key = new() { ["pk"] = new($"GLOSSARY#{glossary.Id}"), ["sk"] = new("GLOSSARY") },
            UpdateExpression = "SET termCount = :full",
            ExpressionAttributeValues = new() { [":full"] = new() { N = "5000" } },
        });

        var refused = await api.CreateTermAsync(glossary.Id, "One too many");

        Assert.Equal((409, "/problems/glossary-full"), (refused.Status, refused.Problem));
        Assert.Single(await table.PartitionAsync($"GLOSSARY#{glossary.Id}"));
    }
}
