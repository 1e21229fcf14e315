using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class LiveTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task TwoReadersOfAGlossary_HearOfEachOther()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Read together");
        using var one = await ConnectAsync(lexicon.Anonymous, "/api/live/tickets");
        using var two = await ConnectAsync(lexicon.Other, "/api/me/live/tickets");

        await FollowAsync(one, glossary.Id);
        var alone = await ReceiveAsync(one);
        await FollowAsync(two, glossary.Id);
        var together = await ReceiveAsync(two);
        var heard = await ReceiveAsync(one);
        await two.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        var left = await ReceiveAsync(one);

        Assert.Equal(("following", 1, 1), ((string?)alone["type"], (int)alone["version"]!, (int)alone["readers"]!));
        Assert.Equal(("following", 2), ((string?)together["type"], (int)together["readers"]!));
        Assert.Equal(("readers", 2), ((string?)heard["type"], (int)heard["readers"]!));
        Assert.Equal(("readers", 1), ((string?)left["type"], (int)left["readers"]!));
    }

    [Fact]
    public async Task PrivateGlossary_IsFollowedByItsOwnerAlone()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Mine alone", "private");
        using var own = await ConnectAsync(lexicon.SignedIn, "/api/me/live/tickets");
        using var other = await ConnectAsync(lexicon.Other, "/api/me/live/tickets");

        await FollowAsync(own, glossary.Id);
        await FollowAsync(other, glossary.Id);

        Assert.Equal("following", (string?)(await ReceiveAsync(own))["type"]);
        Assert.Equal("There is no such glossary.", (string?)(await ReceiveAsync(other))["detail"]);
    }

    [Fact]
    public async Task Ticket_LetsOneClientIn()
    {
        var ticket = (string)(await lexicon.Anonymous.SendAsync(HttpMethod.Post, "/api/live/tickets"))["ticket"]!;
        using var first = await ConnectAsync(ticket);

        Assert.Equal(WebSocketState.Open, first.State);
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync($"?ticket={ticket}"));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync("?ticket=01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(""));
    }

    private async Task<ClientWebSocket> ConnectAsync(LexiconClient client, string tickets)
    {
        var answer = await client.SendAsync(HttpMethod.Post, tickets);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return await ConnectAsync((string)answer["ticket"]!);
    }

    private async Task<ClientWebSocket> ConnectAsync(string ticket)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(await AddressAsync($"?ticket={ticket}"), default);
        return socket;
    }

    private async Task<HttpStatusCode> RefusalAsync(string query)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        var address = await AddressAsync(query);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, default));
        return socket.HttpStatusCode;
    }

    private async Task<Uri> AddressAsync(string query) =>
        new($"{(await lexicon.Anonymous.GetAsync("/config.json"))["live"]}{query}");

    private static Task FollowAsync(ClientWebSocket socket, string glossaryId) => socket.SendAsync(
        Encoding.UTF8.GetBytes(new JsonObject { ["action"] = "follow", ["glossaryId"] = glossaryId }.ToJsonString()),
        WebSocketMessageType.Text,
        endOfMessage: true,
        default);

    // What is told of changes may come at any time: that a glossary was created is a change, too.
    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            var message = JsonNode.Parse(buffer.AsSpan(0, part.Count))!;
            if ((string?)message["type"] is not "changes")
            {
                return message;
            }
        }
    }
}
