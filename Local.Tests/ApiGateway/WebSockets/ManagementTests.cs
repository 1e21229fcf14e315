using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
/// </summary>
public sealed class ManagementTests
{
    private const string NoConnection = "AAAAAAAAAAAAAAA=";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_SendsAMessage(bool atAws)
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var (client, id) = await ConnectAsync(sockets);

        var response = await sockets.ManageAsync("POST", id, "hello", atAws: atAws);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Equal("hello", await RunningSockets.ReceiveAsync(client));
    }

    [Fact]
    public async Task Get_DescribesTheConnection()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var (_, id) = await ConnectAsync(sockets);
        sockets.Clock.Advance(TimeSpan.FromSeconds(5));
        await sockets.ManageAsync("POST", id);

        var response = await sockets.ManageAsync("GET", id);

        Assert.Equal(
            """{"connectedAt":"2026-11-22T10:15:30.123Z","identity":{"sourceIp":"127.0.0.1","userAgent":null},"""
                + "\"lastActiveAt\":\"2026-11-22T10:15:35.123Z\"}",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Delete_ClosesTheConnection()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect", "$disconnect");
        var (client, id) = await ConnectAsync(sockets);

        Assert.Equal(204, (int)(await sockets.ManageAsync("DELETE", id)).StatusCode);

        Assert.Null(await RunningSockets.ReceiveAsync(client));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        var context = (await sockets.EventAsync("DISCONNECT"))["requestContext"]!;
        Assert.Equal("Connection Closed Normally", (string?)context["disconnectReason"]);
        Assert.Equal(410, (int)(await sockets.ManageAsync("POST", id)).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task ConnectionThatIsGone_Is410WithoutABody(string method)
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        var response = await sockets.ManageAsync(method, NoConnection);

        Assert.Equal(410, (int)response.StatusCode);
        Assert.Equal("GoneException", HttpAssert.Header(response, "x-amzn-ErrorType"));
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ConnectionThatIsNotEstablishedYet_IsGone()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        HttpResponseMessage? response = null;
        sockets.Functions.Handler = async (request, _) =>
        {
            response = await sockets.ManageAsync("POST", (string)request["requestContext"]!["connectionId"]!);
            return FakeFunctions.Payload("""{"statusCode":200}""");
        };

        await sockets.ConnectAsync();

        Assert.Equal(410, (int)response!.StatusCode);
    }

    [Fact]
    public async Task IdOfAnotherForm_Is400()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        var response = await sockets.ManageAsync("POST", "6sdf");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("""{"message":"Invalid connectionId: 6sdf"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("BadRequestException", HttpAssert.Header(response, "x-amzn-ErrorType"));
    }

    [Fact]
    public async Task MessageOfMoreThan128KiB_Is413()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var (_, id) = await ConnectAsync(sockets);

        Assert.Equal(200, (int)(await sockets.ManageAsync("POST", id, new string('a', 128 * 1024))).StatusCode);
        var response = await sockets.ManageAsync("POST", id, new string('a', (128 * 1024) + 1));

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("PayloadTooLargeException", HttpAssert.Header(response, "x-amzn-ErrorType"));
    }

    [Fact]
    public async Task RequestWithoutASignature_Is403()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        var response = await sockets.Http.PostAsync(
            new Uri(sockets.Address, $"/dev/@connections/{NoConnection}"), new StringContent("hello"));

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("""{"message":"Missing Authentication Token"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task RoleThatMay_Sends()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var (client, id) = await ConnectAsync(sockets);
        var credentials = sockets.Role(
            "execute-api:ManageConnections", $"arn:aws:execute-api:us-east-1:123456789012:{sockets.ApiId}/dev/POST/@connections/*");

        Assert.Equal(200, (int)(await sockets.ManageAsync("POST", id, credentials: credentials)).StatusCode);
        Assert.Equal("hello", await RunningSockets.ReceiveAsync(client));
    }

    [Fact]
    public async Task RoleThatMayNot_Is403InAwsWords()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var (_, id) = await ConnectAsync(sockets);
        var credentials = sockets.Role(
            "execute-api:ManageConnections", $"arn:aws:execute-api:us-east-1:123456789012:{sockets.ApiId}/dev/GET/@connections/*");

        var response = await sockets.ManageAsync("POST", id, credentials: credentials);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("AccessDeniedException", HttpAssert.Header(response, "x-amzn-ErrorType"));
        Assert.Equal(
            """{"Message":"User: arn:aws:sts::123456789012:assumed-role/Sender/session is not authorized to perform: """
                + "execute-api:ManageConnections on resource: "
                + $"arn:aws:execute-api:us-east-1:********9012:{sockets.ApiId}/dev/POST/@connections/{{connectionId}} "
                + "because no identity-based policy allows the execute-api:ManageConnections action\"}",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task StageThatDoesNotExist_IsForbidden()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        var request = new Tests.Aws.TestRequest(sockets.Address, "execute-api", sockets.Clock.GetUtcNow())
        {
            Path = $"/other/@connections/{NoConnection}",
            SignedPath = $"/other/%40connections/{NoConnection.Replace("=", "%3D", StringComparison.Ordinal)}",
        };

        var response = await sockets.Http.SendAsync(request.Sign());

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("""{"message":"Forbidden"}""", await response.Content.ReadAsStringAsync());
    }

    private static async Task<(ClientWebSocket Client, string Id)> ConnectAsync(RunningSockets sockets)
    {
        var client = await sockets.ConnectAsync();
        var context = (JsonObject)(await sockets.EventAsync("CONNECT"))["requestContext"]!;
        return (client, (string)context["connectionId"]!);
    }
}
