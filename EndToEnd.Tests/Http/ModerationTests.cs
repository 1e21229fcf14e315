using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>
/// A report from anyone by API Gateway, SNS, SQS and the function that files it to the moderators, and what they decide back to the term.
/// </summary>
[Collection(SharedLexicon.Name)]
public sealed class ModerationTests(RunningLexicon lexicon)
{
    private const string Reason = "It insults \"aardvarks\" \\ 'ants'.";

    [Fact]
    public async Task ReportedTerm_ThatIsHidden_IsGoneForEverybodyButItsOwner_WhoReadsWhy()
    {
        var moderator = await ModeratorAsync();
        var (term, path) = await NewTermAsync("Hidden in the end");

        var taken = await lexicon.Anonymous.PostAsync($"{path}/reports", Report("offensive", "ünmöglich\n\"quoted\" & 'single' \\ 100%"));
        var report = await moderator.UntilFiledAsync(term);
        var decided = await moderator.DecideAsync((string)report["id"]!, "hide", Reason);
        var mine = await lexicon.SignedIn.GetAsync($"/api/me{path[4..]}");

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Assert.Equal("application/json", taken.ContentType);
        Assert.Equal(taken.Text("requestId"), (string?)report["requestId"]);
        Assert.Equal(("offensive", "ünmöglich\n\"quoted\" & 'single' \\ 100%", "Hidden in the end"),
            ((string?)report["reason"], (string?)report["remark"], (string?)report["term"]!["term"]));
        Assert.Equal((HttpStatusCode.OK, "hide", Reason),
            (decided.Status, (string?)decided["decision"]["decision"], (string?)decided["decision"]["reason"]));
        Assert.StartsWith("us-east-1:", (string?)decided["decision"]["moderator"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, Reason, 2), (mine.Status, mine.Text("hidden"), (int)mine["version"]!));
        Assert.Equal(HttpStatusCode.NotFound, await UntilNotAsync(HttpStatusCode.OK, path));
        Assert.DoesNotContain(
            term, (await lexicon.Anonymous.ListAsync($"{path[..path.IndexOf("/terms", StringComparison.Ordinal)]}/terms", 10))
                .Select(other => (string?)other["id"]));
        Assert.Equal([Reason], (await lexicon.SignedIn.ListAsync(
            $"/api/me{path[4..path.IndexOf("/terms", StringComparison.Ordinal)]}/terms", 10)).Select(other => (string?)other["hidden"]));
        Assert.Null(await moderator.FindAsync(term));
    }

    [Fact]
    public async Task HiddenTerm_ThatIsShownAgain_IsThereForEverybody()
    {
        var moderator = await ModeratorAsync();
        var (term, path) = await NewTermAsync("Hidden by mistake");
        await lexicon.Anonymous.PostAsync($"{path}/reports", Report("spam"));
        var report = (string)(await moderator.UntilFiledAsync(term))["id"]!;
        await moderator.DecideAsync(report, "hide", "It looks like one.");

        var hiding = (await moderator.ListAsync("decision=hide&limit=1"))["items"][0]!;
        var shown = await moderator.DecideAsync(report, "show", "It is none.");

        Assert.Equal((report, "It looks like one."), ((string?)hiding["id"], (string?)hiding["term"]!["hidden"]));
        Assert.Equal((HttpStatusCode.OK, "show", null),
            (shown.Status, (string?)shown["decision"]["decision"], (string?)shown["term"]["hidden"]));
        Assert.Equal((HttpStatusCode.OK, null, 3), await MineAsync());
        Assert.True(await Eventually.IsSoAsync(async () => (await lexicon.Anonymous.GetAsync(path)).Status is HttpStatusCode.OK));

        async Task<(HttpStatusCode, string?, int)> MineAsync()
        {
            var mine = await lexicon.SignedIn.GetAsync($"/api/me{path[4..]}");
            return (mine.Status, (string?)mine.Body!["hidden"], (int)mine["version"]!);
        }
    }

    [Fact]
    public async Task DismissedReport_LeavesTheTermAsItIs_AndIsDecidedOnce()
    {
        var moderator = await ModeratorAsync();
        var (term, path) = await NewTermAsync("Fine");
        await lexicon.Anonymous.PostAsync($"{path}/reports", Report("wrong"));
        var id = (string)(await moderator.UntilFiledAsync(term))["id"]!;

        var dismissed = await moderator.DecideAsync(id, "dismiss", "It is right.");
        var again = await moderator.DecideAsync(id, "dismiss", "It is right.");
        var otherwise = await moderator.DecideAsync(id, "hide", "After all.");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (dismissed.Status, again.Status));
        Assert.Equal((string?)dismissed["decision"]["decidedAt"], (string?)again["decision"]["decidedAt"]);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/already-decided"), (otherwise.Status, otherwise.Text("type")));
        Assert.Equal(HttpStatusCode.OK, (await lexicon.Anonymous.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("""{"reason":"boring"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("nothing", HttpStatusCode.BadRequest)]
    public async Task Report_ThatIsNone_IsRefusedByApiGateway(string body, HttpStatusCode expected)
    {
        var (_, path) = await NewTermAsync("Never reported");

        var refused = await lexicon.Anonymous.SendAsync(HttpMethod.Post, $"{path}/reports", body);

        Assert.Equal((expected, "application/problem+json"), (refused.Status, refused.ContentType));
    }

    [Fact]
    public async Task Reader_WhoIsNoModerator_AndAGuest_GetNoCredentials()
    {
        var reader = await AwsCredentials.OfAsync(lexicon.Site, lexicon.Other.Token);
        var guest = await AwsCredentials.OfAsync(lexicon.Site, null);

        Assert.Equal((null, "NotAuthorizedException"), reader);
        Assert.Equal((null, "NotAuthorizedException"), guest);
    }

    [Fact]
    public async Task TamperedSignature_AndAMissingOne_AreRefusedByApiGateway_AndNothingIsSeen()
    {
        var moderator = await ModeratorAsync();

        var body = await moderator.SendAsync(
            HttpMethod.Post,
            "/api/moderation/reports/01ARZ3NDEKTSV4RRFFQ69G5FAV/decision",
            body: """{"decision":"hide","reason":"a"}""",
            spoil: request => request.Content = new StringContent("""{"decision":"hide","reason":"b"}"""));
        var token = await moderator.SendAsync(HttpMethod.Get, "/api/moderation/reports", spoil: request =>
        {
            request.Headers.Remove("X-Amz-Security-Token");
            request.Headers.Add("X-Amz-Security-Token", "other");
        });
        var bearer = await lexicon.SignedIn.GetAsync("/api/moderation/reports");
        var nobody = await lexicon.Anonymous.GetAsync("/api/moderation/reports");

        Assert.Equal(HttpStatusCode.Forbidden, body.Status);
        Assert.StartsWith("The request signature we calculated does not match", body.Text("detail"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, "The security token included in the request is invalid."),
            (token.Status, token.Text("detail")));
        Assert.Equal((HttpStatusCode.Forbidden, "Missing Authentication Token"), (nobody.Status, nobody.Text("detail")));
        Assert.Equal(HttpStatusCode.Forbidden, bearer.Status);
        Assert.All([body, token, bearer, nobody], refused => Assert.Null(refused.Body!["items"]));
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task CredentialsThatAreOver_AreRefusedByApiGateway_AndNothingIsSeenOrDecided()
    {
        var moderator = await ModeratorAsync();
        var (term, path) = await NewTermAsync("Reported to somebody who left");
        await lexicon.Anonymous.PostAsync($"{path}/reports", Report("spam"));
        var report = (string)(await moderator.UntilFiledAsync(term))["id"]!;
        var left = new ModerationClient(lexicon.Site, lexicon.OldCredentials!);

        // The second in which they end counts whole.
        Assert.True(
            await Eventually.IsSoAsync(() => Task.FromResult(lexicon.OldCredentials!.Left < TimeSpan.FromSeconds(-1))), "They last.");

        var seen = await left.ListAsync();
        var decided = await left.DecideAsync(report, "hide", "I was one.");

        foreach (var refused in new[] { seen, decided })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "ExpiredTokenException"), (refused.Status, refused.ErrorType));
            Assert.Equal("The security token included in the request is expired", refused.Text("detail"));
            Assert.Null(refused.Body!["items"]);
        }

        Assert.NotNull(await moderator.FindAsync(term));
        Assert.Null((await lexicon.SignedIn.GetAsync($"/api/me{path[4..]}")).Body!["hidden"]);
    }

    [Fact]
    public async Task Moderator_MayInvokeTheModerationRoutes_AndNothingElse()
    {
        var moderator = await ModeratorAsync();

        var another = await moderator.SendAsync(HttpMethod.Post, "/api/moderation/reports", body: "{}");

        Assert.Equal(HttpStatusCode.OK, (await moderator.ListAsync("limit=1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, another.Status);
    }

    private static JsonObject Report(string reason, string? remark = null) => new() { ["reason"] = reason, ["remark"] = remark };

    private async Task<ModerationClient> ModeratorAsync() =>
        await ModerationClient.OfAsync(lexicon.Site, await lexicon.ModeratorTokenAsync());

    private async Task<(string Term, string Path)> NewTermAsync(string name)
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Moderated: {name}");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, name);
        return (term.Id, $"/api/glossaries/{glossary.Id}/terms/{term.Id}");
    }

    // What anyone sees is kept by the edge for some seconds.
    private async Task<HttpStatusCode> UntilNotAsync(HttpStatusCode before, string path)
    {
        var status = before;
        await Eventually.IsSoAsync(async () => (status = (await lexicon.Anonymous.GetAsync(path)).Status) != before);
        return status;
    }
}
