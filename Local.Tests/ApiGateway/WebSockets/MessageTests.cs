using System.Net.WebSockets;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
/// </summary>
public sealed class MessageTests
{
    [Fact]
    public async Task Message_GoesToItsRoute()
    {
        await using var sockets = await RunningSockets.StartAsync("follow", "$default");
        var client = await sockets.ConnectAsync(options: options => options.SetRequestHeader("User-Agent", "Test/1"));

        await RunningSockets.SendAsync(client, """{"action":"follow","id":1}""");
        var sent = await sockets.EventAsync("MESSAGE");

        Assert.Equal(["requestContext", "body", "isBase64Encoded"], sent.Select(member => member.Key));
        Assert.Equal("""{"action":"follow","id":1}""", (string?)sent["body"]);
        Assert.False((bool)sent["isBase64Encoded"]!);
        var context = sent["requestContext"]!.AsObject();
        Assert.Equal(
            [
                "routeKey", "messageId", "eventType", "extendedRequestId", "requestTime", "messageDirection", "stage", "connectedAt",
                "requestTimeEpoch", "identity", "requestId", "domainName", "connectionId", "apiId",
            ],
            context.Select(member => member.Key));
        Assert.Equal("follow", (string?)context["routeKey"]);
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", (string?)context["messageId"]);
        Assert.Equal("""{"userAgent":"Test/1","sourceIp":"127.0.0.1"}""", context["identity"]!.ToJsonString());
    }

    [Fact]
    public async Task MessageOfManyLevels_GoesToItsRoute()
    {
        await using var sockets = await RunningSockets.StartAsync("follow", "$default");
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, $$"""{"action":"follow","list":{{new string('[', 900)}}{{new string(']', 900)}}}""");

        Assert.Equal("follow", (string?)(await sockets.EventAsync("MESSAGE"))["requestContext"]!["routeKey"]);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"other":"follow"}""")]
    [InlineData("""{"action":"unknown"}""")]
    [InlineData("""{"action":"$connect"}""")]
    [InlineData("""{"action":{"name":"follow"}}""")]
    [InlineData("[]")]
    public async Task MessageWithoutARouteOfItsOwn_GoesToTheDefault(string message)
    {
        await using var sockets = await RunningSockets.StartAsync("$connect", "follow", "$default");
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, message);

        Assert.Equal("$default", (string?)(await sockets.EventAsync("MESSAGE"))["requestContext"]!["routeKey"]);
    }

    [Fact]
    public async Task MessageWithoutAnyRoute_IsForbidden()
    {
        await using var sockets = await RunningSockets.StartAsync("follow");
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, "hi");

        Assert.Matches(
            """^\{"message": "Forbidden", "connectionId":"[A-Za-z0-9_-]{15}=", "requestId":"[A-Za-z0-9_-]{15}="\}$""",
            await RunningSockets.ReceiveAsync(client));
    }

    [Fact]
    public async Task FunctionThatFails_IsAnInternalServerError_AndTheConnectionStaysOpen()
    {
        await using var sockets = await RunningSockets.StartAsync("$default");
        var client = await sockets.ConnectAsync();
        sockets.Respond = _ => FakeFunctions.Payload("""{"errorMessage":"oh"}""", "Unhandled");

        await RunningSockets.SendAsync(client, "hi");

        Assert.StartsWith(
            """{"message": "Internal server error", "connectionId":""",
            await RunningSockets.ReceiveAsync(client),
            StringComparison.Ordinal);
        Assert.Equal(WebSocketState.Open, client.State);
    }

    [Fact]
    public async Task WhatTheFunctionReturns_IsSentOnlyWhereTheRouteHasAResponse()
    {
        await using var sockets = new RunningSockets().Declare("$default");
        sockets.Route("ask", new { RouteResponseSelectionExpression = "$default" });
        sockets.RouteResponse("ask");
        sockets.Stage();
        await sockets.ServeAsync();
        sockets.Respond = request => FakeFunctions.Payload(
            $$"""{"statusCode":200,"body":"of {{request["requestContext"]!["routeKey"]}}"}""");
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, "silent");
        await sockets.EventAsync("MESSAGE");
        await RunningSockets.SendAsync(client, """{"action":"ask"}""");

        Assert.Equal("of ask", await RunningSockets.ReceiveAsync(client));
    }

    [Fact]
    public async Task StatusOfAMessage_ChangesNothing()
    {
        await using var sockets = new RunningSockets().Declare();
        sockets.Route("$default", new { RouteResponseSelectionExpression = "$default" });
        sockets.RouteResponse("$default");
        sockets.Stage();
        await sockets.ServeAsync();
        sockets.Respond = _ => FakeFunctions.Payload("""{"statusCode":500,"body":"still here"}""");
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, "hi");

        Assert.Equal("still here", await RunningSockets.ReceiveAsync(client));
    }

    [Fact]
    public async Task BinaryMessage_ClosesTheConnectionWith1003()
    {
        await using var sockets = await RunningSockets.StartAsync("$default", "$disconnect");
        var client = await sockets.ConnectAsync();

        await client.SendAsync(new byte[] { 1, 2, 255 }, WebSocketMessageType.Binary, endOfMessage: true, default);

        Assert.Null(await RunningSockets.ReceiveAsync(client));
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, client.CloseStatus);
        Assert.Equal(1003, (int)(await sockets.EventAsync("DISCONNECT"))["requestContext"]!["disconnectStatusCode"]!);
        Assert.Single(sockets.Functions.Events);
    }

    [Fact]
    public async Task Message_MayHave128KiB_InFramesOf32()
    {
        await using var sockets = await RunningSockets.StartAsync("$default");
        var client = await sockets.ConnectAsync();

        await SendFramesAsync(client, 4, 32 * 1024);

        Assert.Equal(128 * 1024, ((string?)(await sockets.EventAsync("MESSAGE"))["body"])!.Length);
    }

    [Theory]
    [InlineData(5, 32 * 1024)]
    [InlineData(1, (32 * 1024) + 1)]
    public async Task LargerMessageOrFrame_ClosesTheConnectionWith1009(int frames, int size)
    {
        await using var sockets = await RunningSockets.StartAsync("$default", "$disconnect");
        var client = await sockets.ConnectAsync();

        await SendFramesAsync(client, frames, size);

        Assert.Null(await RunningSockets.ReceiveAsync(client));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, client.CloseStatus);
        Assert.Equal(1009, (int)(await sockets.EventAsync("DISCONNECT"))["requestContext"]!["disconnectStatusCode"]!);
    }

    [Fact]
    public async Task Throttle_OfTheStage_IsToldToTheClient()
    {
        await using var sockets = new RunningSockets().Declare("$default");
        sockets.Stage(new { DefaultRouteSettings = new { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 1 } });
        await sockets.ServeAsync();
        var client = await sockets.ConnectAsync();

        await RunningSockets.SendAsync(client, "one");
        await sockets.EventAsync("MESSAGE");
        await RunningSockets.SendAsync(client, "two");

        Assert.StartsWith(
            """{"message": "Too Many Requests", "connectionId":""", await RunningSockets.ReceiveAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewerAssembly_HandlesTheMessagesOfOpenConnections()
    {
        await using var sockets = await RunningSockets.StartAsync("$default");
        var client = await sockets.ConnectAsync();

        sockets.Replace("added", "$default");
        await RunningSockets.SendAsync(client, """{"action":"added"}""");

        Assert.Equal("added", (string?)(await sockets.EventAsync("MESSAGE"))["requestContext"]!["routeKey"]);
    }

    private static async Task SendFramesAsync(ClientWebSocket client, int frames, int size)
    {
        var frame = new byte[size];
        Array.Fill(frame, (byte)'a');
        for (var i = 1; i <= frames; i++)
        {
            await client.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: i == frames, default);
        }
    }
}
