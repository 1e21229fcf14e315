using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
/// </summary>
public sealed class DisconnectTests
{
    [Fact]
    public async Task ClientThatCloses_IsReported()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect", "$disconnect");
        var client = await sockets.ConnectAsync();
        var connect = await sockets.EventAsync("CONNECT");

        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default);
        var sent = await sockets.EventAsync("DISCONNECT");

        Assert.Equal(["headers", "multiValueHeaders", "requestContext", "isBase64Encoded"], sent.Select(member => member.Key));
        Assert.Equal(
            $$"""{"Host":"localhost:{{sockets.Address.Port}}","x-api-key":"","X-Forwarded-For":"","x-restapi":""}""",
            sent["headers"]!.ToJsonString());
        var context = sent["requestContext"]!.AsObject();
        Assert.Equal(
            [
                "routeKey", "disconnectStatusCode", "eventType", "extendedRequestId", "requestTime", "messageDirection",
                "disconnectReason", "stage", "connectedAt", "requestTimeEpoch", "identity", "requestId", "domainName", "connectionId",
                "apiId",
            ],
            context.Select(member => member.Key));
        Assert.Equal(1000, (int)context["disconnectStatusCode"]!);
        Assert.Equal("bye", (string?)context["disconnectReason"]);
        Assert.Equal((string?)connect["requestContext"]!["connectionId"], (string?)context["connectionId"]);
    }

    [Fact]
    public async Task ClientThatClosesWithoutACode_Is1005()
    {
        await using var sockets = await RunningSockets.StartAsync("$disconnect");

        await sockets.SendRawAsync(new byte[] { 0x88, 0x80, 0, 0, 0, 0 });

        Assert.Equal((1005, "Client-side close frame status not set"), Ending(await sockets.EventAsync("DISCONNECT")));
    }

    [Fact]
    public async Task ClientThatGoesAway_Is1006()
    {
        await using var sockets = await RunningSockets.StartAsync("$disconnect");
        var client = await sockets.ConnectAsync();

        client.Abort();

        Assert.Equal((1006, "Connection closed abnormally"), Ending(await sockets.EventAsync("DISCONNECT")));
    }

    [Fact]
    public async Task IdleConnection_IsClosedAfterTenMinutes()
    {
        await using var sockets = await RunningSockets.StartAsync("$default", "$disconnect");
        var client = await sockets.ConnectAsync();
        await RunningSockets.SendAsync(client, "hi");
        await sockets.EventAsync("MESSAGE");

        sockets.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await RunningSockets.ReceiveAsync(client));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.CloseStatus);
        Assert.Equal("Going away", client.CloseStatusDescription);
        await client.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, default);
        Assert.Equal((1001, "Going away"), Ending(await sockets.EventAsync("DISCONNECT")));
    }

    [Fact]
    public async Task BusyConnection_IsClosedAfterTwoHours()
    {
        await using var sockets = await RunningSockets.StartAsync("$default");
        var client = await sockets.ConnectAsync();
        for (var i = 0; i < 15; i++)
        {
            await RunningSockets.SendAsync(client, "hi");
            await sockets.EventAsync("MESSAGE");
            sockets.Clock.Advance(TimeSpan.FromMinutes(7.9));
        }

        await RunningSockets.SendAsync(client, "hi");
        await sockets.EventAsync("MESSAGE");
        Assert.Equal(WebSocketState.Open, client.State);
        sockets.Clock.Advance(TimeSpan.FromMinutes(1.6));

        Assert.Null(await RunningSockets.ReceiveAsync(client));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.CloseStatus);
    }

    private static (int, string?) Ending(JsonObject sent) =>
        ((int)sent["requestContext"]!["disconnectStatusCode"]!, (string?)sent["requestContext"]!["disconnectReason"]);
}
