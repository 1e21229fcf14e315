using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class TermTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task List_In250Terms_PagesWithoutLossOrRepeat()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Two hundred and fifty");
        var names = Enumerable.Range(0, 250).Select(i => $"term {i:000}").ToList();
        foreach (var batch in names.Chunk(10))
        {
            await Task.WhenAll(batch.Select(name => MustCreateAsync(glossary.Id, name)));
        }

        var terms = await lexicon.Anonymous.ListAsync($"/api/glossaries/{glossary.Id}/terms", 20);

        Assert.Equal(names, terms.Select(term => (string)term["term"]!));
        Assert.Equal(250, terms.Select(term => (string)term["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Create_AHundredAtOnce_KeepsTheCountExact()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("A hundred at once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => lexicon.SignedIn.CreateTermAsync(glossary.Id, $"term {i}")));

        var created = answers.Count(answer => answer.Status == HttpStatusCode.Created);

        // 502 is what the API says of a function that a busy machine gave no time before its own ran out.
        Assert.All(answers, answer => Assert.True(
            answer.Status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway,
            $"{answer.Status} {answer.Body}"));
        var terms = await lexicon.SignedIn.ListAsync($"/api/me/glossaries/{glossary.Id}/terms", 100);
        var count = (int)(await lexicon.SignedIn.GetAsync($"/api/me/glossaries/{glossary.Id}"))["termCount"]!;
        Assert.Equal(count, terms.Count);

        // Who was refused for lack of time may have lost no more than the answer.
        Assert.InRange(terms.Count, Math.Max(1, created), 100);
    }

    [Fact]
    public async Task Search_ByPrefixAndByTag_FindsTheMatchingOnes()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Searched");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Lambda", null, "compute");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Lambda@Edge", null, "compute", "edge");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "CloudFront", null, "edge");
        var terms = $"/api/me/glossaries/{glossary.Id}/terms";

        Assert.Equal(["Lambda", "Lambda@Edge"], await NamesAsync($"{terms}?prefix=lam"));
        Assert.Equal(["CloudFront", "Lambda@Edge"], await NamesAsync($"{terms}?tag=edge"));
        Assert.Empty(await NamesAsync($"{terms}?prefix=x"));
    }

    [Fact]
    public async Task Search_ByTag_IsForAnyone()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Searched by anyone");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Lambda", null, "compute");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Lambda@Edge", null, "compute", "edge");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "CloudFront", null, "edge");

        var found = await lexicon.Anonymous.ListAsync($"/api/glossaries/{glossary.Id}/terms?tag=edge", 1);

        Assert.Equal(["CloudFront", "Lambda@Edge"], found.Select(term => (string?)term["term"]));
    }

    [Fact]
    public async Task Update_ThenDelete_FollowsTheVersion()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Versions");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "CDN");
        var path = $"/api/me/glossaries/{glossary.Id}/terms/{term.Id}";

        var updated = await lexicon.SignedIn.PutAsync(
            path, new() { ["term"] = "CDN", ["definition"] = "Copies near their readers." }, $"W/{term.ETag}");
        var stale = await lexicon.SignedIn.DeleteAsync(path, term.ETag);
        var deleted = await lexicon.SignedIn.DeleteAsync(path, updated.ETag);

        Assert.Equal((HttpStatusCode.OK, "Copies near their readers."), (updated.Status, updated.Text("definition")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent), (stale.Status, deleted.Status));
        Assert.Equal(0, (int)(await lexicon.SignedIn.GetAsync($"/api/me/glossaries/{glossary.Id}"))["termCount"]!);
    }

    private async Task<IEnumerable<string>> NamesAsync(string path) =>
        (await lexicon.SignedIn.ListAsync(path, 20)).Select(term => (string)term["term"]!).ToList();

    private async Task MustCreateAsync(string glossaryId, string name)
    {
        var answer = await lexicon.SignedIn.CreateTermAsync(glossaryId, name);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }
}
