using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class GlossaryTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task Create_IsReadBackByEverybody()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync("Read by everybody");

        var read = await lexicon.Anonymous.GetAsync($"/api/glossaries/{created.Id}");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.EndsWith($"/api/me/glossaries/{created.Id}", created.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal("Read by everybody", read.Text("title"));
        Assert.Equal(0, (int)read["termCount"]!);
    }

    [Fact]
    public async Task List_ShowsTheNewestFirst()
    {
        var older = await lexicon.SignedIn.CreateGlossaryAsync("Older");
        var newer = await lexicon.SignedIn.CreateGlossaryAsync("Newer");

        var ids = (await lexicon.SignedIn.ListAsync("/api/me/glossaries", 100)).Select(item => (string)item["id"]!).ToList();

        Assert.True(ids.IndexOf(newer.Id) >= 0);
        Assert.True(ids.IndexOf(newer.Id) < ids.IndexOf(older.Id));
    }

    [Fact]
    public async Task Update_WithStaleETag_IsRefusedAndChangesNothing()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync("First title");
        var path = $"/api/me/glossaries/{created.Id}";
        var updated = await lexicon.SignedIn.PutAsync(path, Edited("Second title"), created.ETag);

        var stale = await lexicon.SignedIn.PutAsync(path, Edited("Third title"), created.ETag);
        var read = await lexicon.SignedIn.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "application/problem+json"), (stale.Status, stale.ContentType));
        Assert.Equal("Second title", read.Text("title"));
        Assert.Equal(2, (int)read["version"]!);
    }

    [Fact]
    public async Task Update_WithoutIfMatch_IsRefused()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync("Guarded");

        var answer = await lexicon.SignedIn.PutAsync($"/api/me/glossaries/{created.Id}", Edited("Other"), ifMatch: null);

        Assert.Equal((HttpStatusCode)428, answer.Status);
    }

    [Fact]
    public async Task Create_RepeatedWithTheSameKey_AnswersTheSameAndMakesOne()
    {
        var key = Guid.NewGuid().ToString();

        var first = await lexicon.SignedIn.CreateGlossaryAsync("Made once", idempotencyKey: key);
        var again = await lexicon.SignedIn.CreateGlossaryAsync("Made once", idempotencyKey: key);
        var other = await lexicon.SignedIn.CreateGlossaryAsync("Another body", idempotencyKey: key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(first.Location, again.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        var mine = await lexicon.SignedIn.ListAsync("/api/me/glossaries", 100);
        Assert.Single(mine, item => (string)item["title"]! == "Made once");
    }

    [Fact]
    public async Task Private_OfAnotherReader_IsNotFound()
    {
        var secret = await lexicon.SignedIn.CreateGlossaryAsync("Secret", "private");
        var term = await lexicon.SignedIn.CreateTermAsync(secret.Id, "kept");
        var own = $"/api/me/glossaries/{secret.Id}";

        var answers = new[]
        {
            await lexicon.Anonymous.GetAsync($"/api/glossaries/{secret.Id}"),
            await lexicon.Anonymous.GetAsync($"/api/glossaries/{secret.Id}/terms"),
            await lexicon.Other.GetAsync($"/api/glossaries/{secret.Id}"),
            await lexicon.Other.GetAsync(own),
            await lexicon.Other.GetAsync($"{own}/terms"),
            await lexicon.Other.GetAsync($"{own}/terms/{term.Id}"),
            await lexicon.Other.PutAsync(own, Edited("Mine now"), secret.ETag),
            await lexicon.Other.DeleteAsync(own, secret.ETag),
            await lexicon.Other.CreateTermAsync(secret.Id, "intruder"),
        };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await lexicon.SignedIn.GetAsync(own)).Status);
    }

    [Fact]
    public async Task Private_AnswersAreNeverGivenToTheNextReader()
    {
        var secret = await lexicon.SignedIn.CreateGlossaryAsync("Uncached", "private");
        var path = $"/api/me/glossaries/{secret.Id}";

        var mine = await lexicon.SignedIn.GetAsync(path);
        var theirs = await lexicon.Other.GetAsync(path);
        var nobodys = await lexicon.Anonymous.GetAsync(path);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (mine.Status, theirs.Status, nobodys.Status));
    }

    [Fact]
    public async Task Mine_WithoutAToken_IsUnauthorized()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await lexicon.Anonymous.GetAsync("/api/me/glossaries")).Status);
        using var forged = new LexiconClient(lexicon.Site, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.");
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.GetAsync("/api/me/glossaries")).Status);
    }

    [Fact]
    public async Task Delete_RemovesTheGlossaryAndItsTerms()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync("Short-lived");
        var term = await lexicon.SignedIn.CreateTermAsync(created.Id, "gone");
        var current = await lexicon.SignedIn.GetAsync($"/api/me/glossaries/{created.Id}");

        var deleted = await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{created.Id}", current.ETag);

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lexicon.SignedIn.GetAsync($"/api/me/glossaries/{created.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await lexicon.Anonymous.GetAsync($"/api/glossaries/{created.Id}/terms/{term.Id}")).Status);
    }

    private static JsonObject Edited(string title) =>
        new() { ["title"] = title, ["description"] = "Edited", ["visibility"] = "public" };
}
