using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class GlossaryTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task CreateGlossary_AnswersTheGlossaryWithItsPlaceAndVersion()
    {
        var api = table.Api();

        var created = await api.CreateGlossaryAsync("AWS: API, Dynamo and Lambda", "public");

        Assert.Equal(201, created.Status);
        Assert.Equal("AWS: API, Dynamo and Lambda", created.Text("title"));
        Assert.Equal("public", created.Text("visibility"));
        Assert.Equal("", created.Text("description"));
        Assert.Equal(api.Reader, created.Text("owner"));
        Assert.Equal(0, created.Number("termCount"));
        Assert.Equal(1, created.Number("version"));
        Assert.Equal("\"1\"", created.Header("ETag"));
        Assert.Equal($"/api/me/glossaries/{created.Id}", created.Header("Location"));
        Assert.Equal("no-store", created.Header("Cache-Control"));
        Assert.Equal("application/json", created.Header("Content-Type"));
        Assert.Equal(created.Text("createdAt"), created.Text("updatedAt"));
        Assert.EndsWith("Z", created.Text("createdAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetGlossary_OfAPublicOne_IsForAnyoneAndDoesNotTellTheOwner()
    {
        var created = await table.Api().CreateGlossaryAsync(visibility: "public");

        var got = await table.Api().PublicAsync("GetGlossary", created.Id);

        Assert.Equal(200, got.Status);
        Assert.Equal(created.Id, got.Id);
        Assert.False(got.Json.TryGetProperty("owner", out _));
        Assert.Equal("public, max-age=5", got.Header("Cache-Control"));
        Assert.Equal("\"1\"", got.Header("ETag"));
    }

    [Fact]
    public async Task CreateGlossary_IsInTheOwnersListAtOnce()
    {
        var api = table.Api();
        var first = await api.CreateGlossaryAsync("first");
        var second = await api.CreateGlossaryAsync("second", "public");

        var pages = await api.PagesAsync("ListMyGlossaries", null, 20, "id");

        Assert.Equal([[second.Id, first.Id]], pages);
        Assert.Empty((await api.AsAnother().PagesAsync("ListMyGlossaries", null, 20)).Single());
    }

    [Fact]
    public async Task UpdateGlossary_ReplacesWhatTheOwnerWrote()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync("before");

        var updated = await api.UpdateGlossaryAsync(created.Id, "\"1\"", "after", "public", "Said at length.");

        Assert.Equal(200, updated.Status);
        Assert.Equal("\"2\"", updated.Header("ETag"));
        Assert.Equal(
            ("after", "public", "Said at length."),
            (updated.Text("title"), updated.Text("visibility"), updated.Text("description")));
        Assert.Equal(created.Text("createdAt"), updated.Text("createdAt"));
        Assert.Equal(updated.Body, (await api.GetMineAsync(created.Id)).Body);
    }

    [Fact]
    public async Task UpdateGlossary_OfTheVisibility_ShowsAndHidesItEverywhere()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync(visibility: "private");
        Assert.Equal(404, (await api.PublicAsync("GetGlossary", created.Id)).Status);

        await api.UpdateGlossaryAsync(created.Id, "\"1\"", visibility: "public");
        Assert.Equal(200, (await api.PublicAsync("GetGlossary", created.Id)).Status);
        Assert.Contains(created.Id, (await api.PagesAsync("ListGlossaries", null, 100, "id")).SelectMany(page => page));

        await api.UpdateGlossaryAsync(created.Id, "\"2\"", visibility: "private");
        Assert.Equal(404, (await api.PublicAsync("GetGlossary", created.Id)).Status);
        Assert.DoesNotContain(created.Id, (await api.PagesAsync("ListGlossaries", null, 100, "id")).SelectMany(page => page));
    }

    [Fact]
    public async Task UpdateGlossary_KeepsTheTermCount()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        await api.CreateTermAsync(glossary.Id, "Lambda");

        var updated = await api.UpdateGlossaryAsync(glossary.Id, "\"1\"", "after");

        Assert.Equal(200, updated.Status);
        Assert.Equal(1, updated.Number("termCount"));
    }

    [Fact]
    public async Task UpdateGlossary_WhoseAnswerGotLostAndIsSentAgain_IsDoneOnceAndSucceeds()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync("before");
        using var client = table.NewClient();
        client.Lost = 1;

        var updated = await api.Through(client).UpdateGlossaryAsync(created.Id, "\"1\"", "after");

        Assert.Equal(200, updated.Status);
        Assert.Equal(2, updated.Number("version"));
        Assert.Equal("after", updated.Text("title"));
    }

    [Fact]
    public async Task DeleteGlossary_RemovesItFromEveryList()
    {
        var api = table.Api();
        var created = await api.CreateGlossaryAsync(visibility: "public");

        var deleted = await api.DeleteGlossaryAsync(created.Id, "\"1\"");

        Assert.Equal(204, deleted.Status);
        Assert.Equal("", deleted.Body);
        Assert.Equal(404, (await api.GetMineAsync(created.Id)).Status);
        Assert.Equal(404, (await api.PublicAsync("GetGlossary", created.Id)).Status);
        Assert.Empty((await api.PagesAsync("ListMyGlossaries", null, 20, "id")).Single());
        Assert.DoesNotContain(created.Id, (await api.PagesAsync("ListGlossaries", null, 100, "id")).SelectMany(page => page));
        Assert.Equal(404, (await api.DeleteGlossaryAsync(created.Id, "\"1\"")).Status);
    }
}
