using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A connection to the live updates, as a page has one.</summary>
internal sealed class LiveClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonNode> _changes = new();

    public WebSocketState State => _socket.State;

    /// <summary>A ticket of this reader.</summary>
    public static async Task<string> TicketAsync(LexiconClient client)
    {
        var tickets = client.Token is null ? "/api/live/tickets" : "/api/me/live/tickets";
        var ticket = await client.SendAsync(HttpMethod.Post, tickets);
        Assert.Equal(HttpStatusCode.Created, ticket.Status);
        return ticket.Text("ticket");
    }

    /// <summary>Where connections are made.</summary>
    public static async Task<Uri> AddressAsync(LexiconClient client, string query) =>
        new($"{(await client.GetAsync("/config.json"))["live"]}{query}");

    /// <summary>Connects with a ticket of this reader.</summary>
    public static async Task<LiveClient> ConnectAsync(LexiconClient client) => await ConnectAsync(client, await TicketAsync(client));

    /// <summary>Connects with this ticket.</summary>
    public static async Task<LiveClient> ConnectAsync(LexiconClient client, string ticket)
    {
        var live = new LiveClient();
        await live._socket.ConnectAsync(await AddressAsync(client, $"?ticket={ticket}"), default);
        return live;
    }

    /// <summary>Connects and follows a glossary; returns once it does.</summary>
    public static async Task<LiveClient> FollowAsync(LexiconClient client, string glossaryId)
    {
        var live = await ConnectAsync(client);
        Assert.Equal("following", (string?)(await live.FollowAsync(glossaryId))["type"]);
        return live;
    }

    /// <summary>Asks to follow a glossary; returns the answer.</summary>
    public async Task<JsonNode> FollowAsync(string glossaryId)
    {
        await SendAsync(new() { ["action"] = "follow", ["glossaryId"] = glossaryId });
        return await NextAnswerAsync();
    }

    /// <summary>Leaves.</summary>
    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);

    /// <summary>The next message that tells of no changes: those may come at any time.</summary>
    public async Task<JsonNode> NextAnswerAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await ReceiveAsync(patience.Token);
            if ((string?)message["type"] is not "changes")
            {
                return message;
            }
        }
    }

    /// <summary>Sends a message.</summary>
    public Task SendAsync(JsonObject message) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, default);

    /// <summary>The next message of one of these types; what comes before it is left out.</summary>
    public async Task<JsonNode> ReceiveAsync(params string[] types)
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (types.Contains((string?)message["type"]))
            {
                return message;
            }
        }
    }

    /// <summary>The next change that it is told of.</summary>
    public async Task<JsonNode> NextChangeAsync()
    {
        while (_changes.Count == 0)
        {
            foreach (var change in (await ReceiveAsync("changes"))["changes"]!.AsArray())
            {
                _changes.Enqueue(change!);
            }
        }

        return _changes.Dequeue();
    }

    /// <summary>The next change of this kind.</summary>
    public async Task<JsonNode> NextChangeAsync(string kind)
    {
        while (true)
        {
            var change = await NextChangeAsync();
            if ((string?)change["kind"] == kind)
            {
                return change;
            }
        }
    }

    /// <summary>The next message.</summary>
    public async Task<JsonNode> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await ReceiveAsync(patience.Token);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonNode> ReceiveAsync(CancellationToken patience)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, patience);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!;
    }
}
