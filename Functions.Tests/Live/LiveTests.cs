using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Live;

public sealed class LiveTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task Ticket_IsTakenOnce_AndSaysWhoseItIs()
    {
        var api = table.Api();
        var live = Live();
        var ticket = (await api.CallAsync("CreateMyLiveTicket", new() { Reader = api.Reader })).Text("ticket");

        Assert.Equal(("Allow", (object?)api.Reader), await live.AuthorizeAsync(ticket));
        Assert.Equal(("Deny", null), await live.AuthorizeAsync(ticket));
    }

    [Fact]
    public async Task TicketOfAnyone_HasNoReader()
    {
        var reply = await table.Api().CallAsync("CreateLiveTicket", new());

        Assert.Equal(201, reply.Status);
        Assert.Equal(("Allow", null), await Live().AuthorizeAsync(reply.Text("ticket")));
    }

    [Fact]
    public async Task Ticket_After31Seconds_IsDenied()
    {
        var ticket = (await table.Api().CallAsync("CreateLiveTicket", new())).Text("ticket");
        var later = new TestClock(TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(31));

        Assert.Equal(("Deny", null), await new RunningLive(table, later).AuthorizeAsync(ticket));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    public async Task WhatIsNoTicket_IsDenied(string? ticket) => Assert.Equal(("Deny", null), await Live().AuthorizeAsync(ticket));

    [Fact]
    public async Task TicketThatIsRefused_IsWithItsReason_InTheContextOfTheAuthorizer()
    {
        var live = Live();
        var used = (await table.Api().CallAsync("CreateLiveTicket", new())).Text("ticket");
        await live.AuthorizeAsync(used);
        var old = (await table.Api().CallAsync("CreateLiveTicket", new())).Text("ticket");
        var later = new TestClock(TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(40));

        Assert.Equal("The ticket was used already, or never given: each is good for one connection.", await live.RefusalAsync(used));
        Assert.Matches("^The ticket was given 4[01] s ago, ", (string?)await new RunningLive(table, later).RefusalAsync(old));
        Assert.Equal("The query has no ticket.", await live.RefusalAsync(null));
        Assert.Equal("The ticket of the query is none that this API gives.", await live.RefusalAsync("nothing"));
    }

    [Fact]
    public async Task Follow_TellsVersionAndReaders_AndTheOthersThatOneMoreReads()
    {
        var live = Live();
        var glossary = await table.Api().CreateGlossaryAsync(visibility: "public");
        var (one, two) = (NewId(), NewId());
        await live.CallAsync("OpenConnection", one);
        await live.CallAsync("OpenConnection", two);
        await live.CallAsync("FollowGlossary", one, message: Follow(glossary.Id));

        var (status, body) = await live.CallAsync("FollowGlossary", two, message: Follow(glossary.Id));

        Assert.Equal(200, status);
        Assert.Equal(
            $$"""{"type":"following","glossaryId":"{{glossary.Id}}","version":1,"termCount":0,"readers":2}""", body!.ToJsonString());
        Assert.Equal([(one, $$"""{"type":"readers","glossaryId":"{{glossary.Id}}","readers":2}""")], live.Sent);
    }

    [Fact]
    public async Task PrivateGlossary_IsFollowedByItsOwnerAlone()
    {
        var (api, live) = (table.Api(), Live());
        var glossary = await api.CreateGlossaryAsync(visibility: "private");
        var (own, other) = (NewId(), NewId());
        await live.CallAsync("OpenConnection", own, api.Reader);
        await live.CallAsync("OpenConnection", other, "another");

        var followed = await live.CallAsync("FollowGlossary", own, api.Reader, Follow(glossary.Id));
        var refused = await live.CallAsync("FollowGlossary", other, "another", Follow(glossary.Id));
        var anyone = await live.CallAsync("FollowGlossary", NewId(), null, Follow(glossary.Id));

        Assert.Equal("following", (string?)followed.Body!["type"]);
        Assert.Equal((404, "problem", "There is no such glossary."),
            (refused.Status, (string?)refused.Body!["type"], (string?)refused.Body["detail"]));
        Assert.Equal(404, anyone.Status);
        Assert.Empty(live.Sent);
    }

    [Fact]
    public async Task Unfollow_AndTheEndOfAConnection_AreToldToTheOthers()
    {
        var live = Live();
        var glossary = await table.Api().CreateGlossaryAsync(visibility: "public");
        string[] ids = [NewId(), NewId(), NewId()];
        foreach (var id in ids)
        {
            await live.CallAsync("OpenConnection", id);
            await live.CallAsync("FollowGlossary", id, message: Follow(glossary.Id));
        }

        live.Sent.Clear();
        var unfollowed = await live.CallAsync("UnfollowGlossary", ids[0]);
        await live.CallAsync("CloseConnection", ids[1]);

        Assert.Equal("""{"type":"unfollowed"}""", unfollowed.Body!.ToJsonString());
        Assert.Equal(
            [(ids[1], 2), (ids[2], 1), (ids[2], 2)],
            live.Sent.Select(sent => (sent.ConnectionId, (int)System.Text.Json.Nodes.JsonNode.Parse(sent.Message)!["readers"]!))
                .OrderBy(sent => Array.IndexOf(ids, sent.ConnectionId)).ThenBy(sent => sent.Item2));
        Assert.Single(await table.PartitionAsync($"FOLLOWERS#{glossary.Id}"));
    }

    [Fact]
    public async Task ConnectionThatIsGone_IsForgottenWithWhatItFollowed()
    {
        var live = Live();
        var glossary = await table.Api().CreateGlossaryAsync(visibility: "public");
        var (one, two) = (NewId(), NewId());
        await live.CallAsync("OpenConnection", one);
        await live.CallAsync("OpenConnection", two);
        await live.CallAsync("FollowGlossary", one, message: Follow(glossary.Id));
        live.Gone.Add(one);

        await live.CallAsync("FollowGlossary", two, message: Follow(glossary.Id));

        Assert.Single(await table.PartitionAsync($"FOLLOWERS#{glossary.Id}"));
        Assert.Empty(await table.PartitionAsync($"CONNECTION#{one}"));
    }

    [Fact]
    public async Task ConnectionThatFollowsAnother_LeavesTheFirst()
    {
        var (api, live) = (table.Api(), Live());
        var first = await api.CreateGlossaryAsync(visibility: "public");
        var second = await api.CreateGlossaryAsync(visibility: "public");
        var (stays, id) = (NewId(), NewId());
        foreach (var reader in new[] { stays, id })
        {
            await live.CallAsync("OpenConnection", reader);
            await live.CallAsync("FollowGlossary", reader, message: Follow(first.Id));
        }

        live.Sent.Clear();
        await live.CallAsync("FollowGlossary", id, message: Follow(second.Id));

        Assert.Equal(
            $$"""{"type":"readers","glossaryId":"{{first.Id}}","readers":1}""",
            Assert.Single(live.Sent, sent => sent.ConnectionId == stays).Message);
        Assert.Single(await table.PartitionAsync($"FOLLOWERS#{first.Id}"));
        Assert.Single(await table.PartitionAsync($"FOLLOWERS#{second.Id}"));
    }

    [Theory]
    [InlineData("""{"glossaryId":7}""")]
    [InlineData("nothing")]
    public async Task MessageThatNamesNoGlossary_IsAProblem(string message)
    {
        var (status, body) = await Live().CallAsync("FollowGlossary", NewId(), message: message);

        Assert.Equal((404, "problem"), (status, (string?)body!["type"]));
    }

    [Fact]
    public async Task UnknownMessage_IsToldWhatThereIs()
    {
        var (status, body) = await Live().CallAsync("RefuseMessage", NewId(), message: new { action = "dance" });

        Assert.Equal(400, status);
        Assert.StartsWith("A message is ", (string?)body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectionsAndTickets_EndByThemselves()
    {
        var id = NewId();
        await Live().CallAsync("OpenConnection", id, "reader");

        var item = (await table.PartitionAsync($"CONNECTION#{id}")).Single();

        var ends = DateTimeOffset.FromUnixTimeSeconds(long.Parse(item["expiresAt"].N, null));
        Assert.InRange(ends - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(121));
        Assert.Equal("reader", item["reader"].S);
    }

    private RunningLive Live() => new(table, TimeProvider.System);

    private static object Follow(string glossaryId) => new { action = "follow", glossaryId };

    private static string NewId() => Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..15].Replace('/', '_') + "=";
}
