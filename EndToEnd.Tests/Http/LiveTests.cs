using System.Net;
using System.Net.WebSockets;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class LiveTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task TwoReadersOfAGlossary_HearOfEachOther()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Read together");
        using var one = await LiveClient.ConnectAsync(lexicon.Anonymous);
        using var two = await LiveClient.ConnectAsync(lexicon.Other);

        var alone = await one.FollowAsync(glossary.Id);
        var together = await two.FollowAsync(glossary.Id);
        var heard = await one.NextAnswerAsync();
        await two.CloseAsync();
        var left = await one.NextAnswerAsync();

        Assert.Equal(("following", 1, 1), ((string?)alone["type"], (int)alone["version"]!, (int)alone["readers"]!));
        Assert.Equal(("following", 2), ((string?)together["type"], (int)together["readers"]!));
        Assert.Equal(("readers", 2), ((string?)heard["type"], (int)heard["readers"]!));
        Assert.Equal(("readers", 1), ((string?)left["type"], (int)left["readers"]!));
    }

    [Fact]
    public async Task ReaderWhoFollowsAnotherGlossary_ReadsAlongThereAlone_AndTheOthersHearIt()
    {
        var first = await lexicon.SignedIn.CreateGlossaryAsync("Left");
        var second = await lexicon.SignedIn.CreateGlossaryAsync("Taken up");
        using var goes = await LiveClient.FollowAsync(lexicon.Other, first.Id);
        using var stays = await LiveClient.FollowAsync(lexicon.Anonymous, first.Id);

        var together = await goes.NextAnswerAsync();
        var there = await goes.FollowAsync(second.Id);
        var heard = await stays.NextAnswerAsync();

        Assert.Equal(("readers", 2), ((string?)together["type"], (int)together["readers"]!));
        Assert.Equal(("following", 1), ((string?)there["type"], (int)there["readers"]!));
        Assert.Equal(("readers", first.Id, 1), ((string?)heard["type"], (string?)heard["glossaryId"], (int)heard["readers"]!));
    }

    [Fact]
    public async Task PrivateGlossary_IsFollowedByItsOwnerAlone()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Mine alone", "private");
        using var own = await LiveClient.ConnectAsync(lexicon.SignedIn);
        using var other = await LiveClient.ConnectAsync(lexicon.Other);

        Assert.Equal("following", (string?)(await own.FollowAsync(glossary.Id))["type"]);
        Assert.Equal("There is no such glossary.", (string?)(await other.FollowAsync(glossary.Id))["detail"]);
    }

    [Fact]
    public async Task Ticket_LetsOneClientIn()
    {
        var ticket = await LiveClient.TicketAsync(lexicon.Anonymous);
        using var first = await LiveClient.ConnectAsync(lexicon.Anonymous, ticket);

        Assert.Equal(WebSocketState.Open, first.State);
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync($"?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync("?ticket=01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(""));
    }

    private async Task<HttpStatusCode> RefusalAsync(string query)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        var address = await LiveClient.AddressAsync(lexicon.Anonymous, query);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, default));
        return socket.HttpStatusCode;
    }
}
