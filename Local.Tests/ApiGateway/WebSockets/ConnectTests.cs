using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
/// </summary>
public sealed class ConnectTests
{
    private const string Ids = "^[A-Za-z0-9_-]{15}=$";

    [Fact]
    public async Task Connect_SendsTheRequestToTheFunction()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        await sockets.ConnectAsync("?a=1&a=2", options => options.SetRequestHeader("X-Mine", "yes"));

        var sent = await sockets.EventAsync("CONNECT");

        Assert.Equal(
            [
                "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "requestContext",
                "isBase64Encoded",
            ],
            sent.Select(member => member.Key));
        Assert.Equal(
            ["Host", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port",
                "X-Forwarded-Proto", "X-Mine"],
            sent["headers"]!.AsObject().Select(member => member.Key));
        Assert.Equal("yes", (string?)sent["multiValueHeaders"]!["X-Mine"]![0]);
        Assert.Equal("2", (string?)sent["queryStringParameters"]!["a"]);
        Assert.Equal("""["1","2"]""", sent["multiValueQueryStringParameters"]!["a"]!.ToJsonString());
        Assert.False((bool)sent["isBase64Encoded"]!);
        var context = sent["requestContext"]!.AsObject();
        Assert.Equal(
            [
                "routeKey", "eventType", "extendedRequestId", "requestTime", "messageDirection", "stage", "connectedAt",
                "requestTimeEpoch", "identity", "requestId", "domainName", "connectionId", "apiId",
            ],
            context.Select(member => member.Key));
        Assert.Equal("$connect", (string?)context["routeKey"]);
        Assert.Equal("22/Nov/2026:10:15:30 +0000", (string?)context["requestTime"]);
        Assert.Equal(1795342530123, (long)context["connectedAt"]!);
        Assert.Equal("IN", (string?)context["messageDirection"]);
        Assert.Equal("""{"sourceIp":"127.0.0.1"}""", context["identity"]!.ToJsonString());
        Assert.Matches(Ids, (string?)context["connectionId"]);
        Assert.Matches(Ids, (string?)context["requestId"]);
        Assert.Equal((string?)context["requestId"], (string?)context["extendedRequestId"]);
        Assert.Equal(sockets.ApiId, (string?)context["apiId"]);
    }

    [Fact]
    public async Task Function_IsCalledByTheRoute()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        await sockets.ConnectAsync();

        var (function, invocation) = sockets.Functions.Invocations[0];

        Assert.Equal(RunningApiGateway.FunctionArn, function);
        Assert.Equal("apigateway.amazonaws.com", invocation.ServicePrincipal);
        Assert.Equal($"arn:aws:execute-api:us-east-1:123456789012:{sockets.ApiId}/dev/$connect", invocation.SourceArn);
    }

    [Theory]
    [InlineData("""{"statusCode":401}""", 401)]
    [InlineData("""{"statusCode":"403","body":"no"}""", 403)]
    [InlineData("""{"statusCode":500}""", 500)]
    [InlineData("null", 502)]
    [InlineData("""{"statusCode":"many"}""", 502)]
    public async Task Connect_WhoseFunctionDoesNotReturn2xx_IsRefusedWithThatStatus(string payload, int status)
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        sockets.Respond = _ => FakeFunctions.Payload(payload);

        Assert.Equal(status, await sockets.RefusalAsync());
    }

    [Fact]
    public async Task Connect_WhoseFunctionFails_Is502()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        sockets.Respond = _ => FakeFunctions.Payload("""{"errorMessage":"oh"}""", "Unhandled");

        var response = await sockets.AskAsync("/dev");

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Matches(
            """^\{"message": "Internal server error", "connectionId":"[A-Za-z0-9_-]{15}=", "requestId":"[A-Za-z0-9_-]{15}="\}$""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Connect_WithoutARoute_IsAccepted()
    {
        await using var sockets = await RunningSockets.StartAsync();
        var client = await sockets.ConnectAsync();

        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, client.State);
        Assert.Empty(sockets.Functions.Events);
    }

    [Fact]
    public async Task Connect_ToAMock_IsAcceptedByItsStatus()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = sockets.Provision("AWS::ApiGatewayV2::Integration", "Mock", new
        {
            sockets.ApiId,
            IntegrationType = "MOCK",
            TemplateSelectionExpression = "\\$default",
            RequestTemplates = new Dictionary<string, string> { ["$default"] = """{"statusCode":429}""" },
        });
        sockets.Route("$connect", new { Target = $"integrations/{mock}" });
        sockets.Stage();
        await sockets.ServeAsync();

        Assert.Equal(429, await sockets.RefusalAsync());
    }

    [Fact]
    public async Task Subprotocol_IsTheOneThatTheFunctionReturns()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        sockets.Respond = _ => FakeFunctions.Payload("""{"statusCode":200,"headers":{"Sec-WebSocket-Protocol":"two"}}""");

        var client = await sockets.ConnectAsync(options: options =>
        {
            options.AddSubProtocol("one");
            options.AddSubProtocol("two");
        });

        Assert.Equal("two", client.SubProtocol);
    }

    [Fact]
    public async Task UnknownStage_Is403()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        var response = await sockets.AskAsync("/other");

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("""{"message":"Forbidden"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task RequestThatIsNoHandshake_Is426()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        var response = await sockets.Http.GetAsync(new Uri(sockets.Address, "/dev"));

        Assert.Equal(426, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:8000", 101)]
    public async Task PageOfAnotherMachine_CannotConnect_WhereTheTemplateAsksNobody(string origin, int status)
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        Assert.Equal(status, (int)(await sockets.AskAsync("/dev", ("Origin", origin))).StatusCode);
    }

    [Fact]
    public async Task ForeignName_IsRefused()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");

        Assert.Equal(403, (int)(await sockets.AskAsync("/dev", ("Host", "evil.example"))).StatusCode);
    }

    [Fact]
    public async Task Throttle_RefusesWhatIsTooMuch()
    {
        await using var sockets = new RunningSockets().Declare("$connect");
        sockets.Stage(new
        {
            RouteSettings = new Dictionary<string, object>
            {
                ["$connect"] = new { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 1 },
            },
        });
        await sockets.ServeAsync();

        await sockets.ConnectAsync();

        Assert.Equal(429, await sockets.RefusalAsync());
    }

    [Fact]
    public async Task AccessLog_HasALineOfEachEvent()
    {
        await using var sockets = new RunningSockets().Declare("$connect");
        sockets.Stage(new
        {
            AccessLogSettings = new
            {
                DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access:*",
                Format = "$context.eventType $context.routeKey $context.status $context.connectionId $context.error.message",
            },
        });
        await sockets.ServeAsync();

        await sockets.ConnectAsync();
        var context = (JsonObject)(await sockets.EventAsync("CONNECT"))["requestContext"]!;

        Assert.Equal([$"CONNECT $connect 200 {context["connectionId"]} -"], sockets.Logs.Of("access"));
    }
}
