using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>What a reader hears of the glossary that they follow: from the API by the table, its stream and a function.</summary>
[Collection(SharedLexicon.Name)]
public sealed class PublishedChangesTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task Follower_HearsOfATermThatAppears_Changes_AndGoes()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Told live");
        using var follower = await LiveClient.FollowAsync(lexicon.Anonymous, glossary.Id);
        var terms = $"/api/me/glossaries/{glossary.Id}/terms";

        var created = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "tide", null, "sea");
        var added = await follower.NextChangeAsync("termAdded");
        var updated = await lexicon.SignedIn.PutAsync(
            $"{terms}/{created.Id}", new() { ["term"] = "ebb", ["definition"] = "The tide that goes." }, created.ETag);
        var changed = await follower.NextChangeAsync("termChanged");
        var deleted = await lexicon.SignedIn.DeleteAsync($"{terms}/{created.Id}", updated.ETag);
        var removed = await follower.NextChangeAsync("termRemoved");

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(created.Body!.ToJsonString(), added["term"]!.ToJsonString());
        Assert.Equal((created.Id, 1), ((string?)added["termId"], (int)added["version"]!));
        Assert.Equal(updated.Body!.ToJsonString(), changed["term"]!.ToJsonString());
        Assert.Equal(2, (int)changed["version"]!);
        Assert.Equal((created.Id, 2), ((string?)removed["termId"], (int)removed["version"]!));
    }
}
