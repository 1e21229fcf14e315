using System.Net;
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

    [Fact]
    public async Task Changes_AreToldInTheirOrder_EachOnce()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Told in order");
        using var follower = await LiveClient.FollowAsync(lexicon.Anonymous, glossary.Id);
        var path = $"/api/me/glossaries/{glossary.Id}/terms";
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "edition 1");

        for (var version = 2; version <= 10; version++)
        {
            await lexicon.SignedIn.PutAsync(
                $"{path}/{term.Id}", new() { ["term"] = $"edition {version}", ["definition"] = "One of ten." }, "*");
        }

        List<int> told = [];
        while (told is not [.., 10])
        {
            var change = await follower.NextChangeAsync();
            if ((string?)change["termId"] == term.Id)
            {
                told.Add((int)change["version"]!);
            }
        }

        Assert.Equal(Enumerable.Range(1, 10), told);
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task Changes_WhileTheirFunctionIsKilledAgainAndAgain_AreAllToldInTheirOrder()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Told in spite of all");
        using var follower = await LiveClient.FollowAsync(lexicon.Anonymous, glossary.Id);
        var path = $"/api/me/glossaries/{glossary.Id}/terms";
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "edition 1");
        await follower.NextChangeAsync("termAdded");

        var killed = 0;
        for (var version = 2; version <= 13; version++)
        {
            Assert.True(await Eventually.IsSoAsync(async () => (await lexicon.SignedIn.PutAsync(
                $"{path}/{term.Id}", new() { ["term"] = $"edition {version}", ["definition"] = "One of many." }, "*"))
                .Status is HttpStatusCode.OK));
            killed += version % 4 is 0 ? await lexicon.Runner!.KillFunctionsAsync() : 0;
        }

        // A batch that is given again tells again what was told, never what came before it.
        var last = (int)(await lexicon.SignedIn.GetAsync($"{path}/{term.Id}"))["version"]!;
        List<int> told = [];
        while (told.LastOrDefault() != last)
        {
            told.Add((int)(await follower.NextChangeAsync("termChanged"))["version"]!);
        }

        Assert.True(killed > 0, "Nothing was killed.");
        Assert.Equal(Enumerable.Range(2, last - 1), told.Distinct());
    }

    [Fact]
    public async Task ImageOfATerm_IsToldWhenItIsChecked()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Told with a picture");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "tide");
        using var follower = await LiveClient.FollowAsync(lexicon.Anonymous, glossary.Id);

        await ImageUpload.SendAsync(lexicon.SignedIn, $"/api/me/glossaries/{glossary.Id}/terms/{term.Id}", ImageUpload.Png);
        var changed = await follower.NextChangeAsync("termChanged");

        Assert.StartsWith("/images/", (string?)changed["term"]!["image"]!["url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateGlossary_IsToldToItsOwnerAlone()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Open at first");
        using var owner = await LiveClient.FollowAsync(lexicon.SignedIn, glossary.Id);
        using var stranger = await LiveClient.FollowAsync(lexicon.Other, glossary.Id);

        await lexicon.SignedIn.PutAsync(
            $"/api/me/glossaries/{glossary.Id}",
            new() { ["title"] = "Mine alone", ["description"] = "", ["visibility"] = "private" },
            glossary.ETag);
        var removed = await stranger.NextChangeAsync("glossaryRemoved");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "secret");
        var added = await owner.NextChangeAsync("termAdded");
        await stranger.SendAsync(new() { ["action"] = "unfollow" });

        Assert.Equal("""{"kind":"glossaryRemoved"}""", removed.ToJsonString());
        Assert.Equal("secret", (string?)added["term"]!["term"]);

        // What was sent to the owner has been sent: the next message that a stranger gets is the answer.
        Assert.Equal("unfollowed", (string?)(await stranger.ReceiveAsync())["type"]);
    }

    [Fact]
    public async Task DeletedGlossary_IsToldOnce()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Short-lived");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "tide");
        using var follower = await LiveClient.FollowAsync(lexicon.Anonymous, glossary.Id);

        await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{glossary.Id}", glossary.ETag);

        Assert.Equal("""{"kind":"glossaryRemoved"}""", (await follower.NextChangeAsync("glossaryRemoved")).ToJsonString());
    }
}
