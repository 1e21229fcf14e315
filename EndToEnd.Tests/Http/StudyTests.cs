using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class StudyTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task Study_OfAPublicGlossaryOfAnother_GoesThroughItsTerms_AndStartsAgainForNobodyElse()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Studied");
        foreach (var number in Enumerable.Range(1, 3))
        {
            await lexicon.SignedIn.CreateTermAsync(glossary.Id, $"term {number}");
        }

        var path = $"/api/me/study?glossaryId={glossary.Id}";
        var due = await lexicon.Other.GetAsync($"{path}&limit=2");
        var reviewed = await Task.WhenAll(due["items"].AsArray().Select(item => ReviewAsync(lexicon.Other, item!["term"]!, 5)));
        var rest = await lexicon.Other.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, due.Status);
        Assert.Equal(2, due["items"].AsArray().Count);
        Assert.All(reviewed, answer => Assert.Equal(
            (HttpStatusCode.Created, 1, 2.6m),
            (answer.Status, (int)answer["intervalDays"]!, (decimal)answer["easiness"]!)));
        Assert.Single(rest["items"].AsArray());
        Assert.Equal(3, (await lexicon.SignedIn.GetAsync(path))["items"].AsArray().Count);
        Assert.Empty((await lexicon.Other.GetAsync("/api/me/study"))["items"].AsArray());
    }

    [Fact]
    public async Task Review_SentTwiceWithItsKey_CountsOnce_AndGoesWithItsGlossary()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Reviewed once");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "term");

        var first = await ReviewAsync(lexicon.Other, term.Body!, 4, "once");
        var again = await ReviewAsync(lexicon.Other, term.Body!, 4, "once");
        var another = await ReviewAsync(lexicon.Other, term.Body!, 5, "once");
        var deleted = await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{glossary.Id}", "*");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, another.Status);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lexicon.Other.GetAsync($"/api/me/study?glossaryId={glossary.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ReviewAsync(lexicon.Other, term.Body!, 4)).Status);
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task DueReview_OfATermThatIsGone_IsCleared_AndOfOneThatIsHidden_PutOff()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("In the way");
        var gone = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "gone");
        var hidden = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "hidden");
        var shown = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "shown");
        var reviews = new StoredReviews(lexicon.Runner!, lexicon.Other);
        foreach (var term in new[] { gone, hidden, shown })
        {
            await ReviewAsync(lexicon.Other, term.Body!, 4);
            await reviews.MakeDueAsync(term);
        }

        await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{glossary.Id}/terms/{gone.Id}", "*");
        await HideAsync(hidden);
        var due = await lexicon.Other.GetAsync($"/api/me/study?glossaryId={glossary.Id}");

        Assert.Equal([shown.Id], due["items"].AsArray().Select(item => (string?)item!["term"]!["id"]));
        Assert.Null(await reviews.FindAsync(gone));
        var putOff = DateTimeOffset.Parse((string)(await reviews.FindAsync(hidden))!["dueAt"]!["S"]!, null);
        Assert.InRange(putOff - DateTimeOffset.UtcNow, TimeSpan.FromHours(23), TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await ReviewAsync(lexicon.Other, hidden.Body!, 4)).Status);
        Assert.Equal(HttpStatusCode.Created, (await ReviewAsync(lexicon.SignedIn, hidden.Body!, 4)).Status);
    }

    [Fact]
    public async Task Study_OfAPrivateGlossaryOfAnother_IsNotFound()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Mine alone", "private");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "term");

        Assert.Equal(HttpStatusCode.NotFound, (await lexicon.Other.GetAsync($"/api/me/study?glossaryId={glossary.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ReviewAsync(lexicon.Other, term.Body!, 4)).Status);
        Assert.Equal(HttpStatusCode.Created, (await ReviewAsync(lexicon.SignedIn, term.Body!, 4)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lexicon.Anonymous.GetAsync("/api/me/study")).Status);
    }

    [Fact]
    public async Task OpenApi_IsTheDocumentOfTheRepository()
    {
        var answer = await lexicon.Anonymous.GetAsync("/api/openapi.json");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal(
            JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("Functions", "openapi.json")))!.ToJsonString(),
            answer.Body!.ToJsonString());
    }

    private async Task HideAsync(Answer term)
    {
        var moderator = await ModerationClient.OfAsync(lexicon.Site, await lexicon.ModeratorTokenAsync());
        Assert.Equal(HttpStatusCode.OK, (await moderator.HideAsync(lexicon.Anonymous, term)).Status);
    }

    private static Task<Answer> ReviewAsync(LexiconClient reader, JsonNode term, int quality, string? key = null) => reader.PostAsync(
        "/api/me/study/reviews",
        new JsonObject
        {
            ["glossaryId"] = (string)term["glossaryId"]!,
            ["termId"] = (string)term["id"]!,
            ["quality"] = quality,
        },
        key);
}
