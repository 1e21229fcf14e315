using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html
/// </summary>
public sealed class MappedRouteTests
{
    private const string Id = "[A-Za-z0-9_-]{15}=";

    [Fact]
    public async Task Mock_SendsWhatItsResponseTemplateMakes()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["200"] = """{"statusCode":200}""" }, "200");
        sockets.IntegrationResponse(mock, "$default", new
        {
            TemplateSelectionExpression = "200",
            ResponseTemplates = new Dictionary<string, string> { ["200"] = """{"action":"pong","from":"$context.routeKey"}""" },
        });
        sockets.TwoWay("ping", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("""{"action":"pong","from":"ping"}""", await RunningSockets.AskAsync(client, """{"action":"ping"}"""));
    }

    [Theory]
    [InlineData("${request.body.kind}", """{"action":"ask","kind":"a"}""", "201")]
    [InlineData("$request.body.kind", """{"action":"ask","kind":"a"}""", "201")]
    [InlineData("${request.body.deep.list[1]}", """{"action":"ask","deep":{"list":["b","a"]}}""", "201")]
    [InlineData("${request.body.kind}-${request.body.action}", """{"action":"ask","kind":"a"}""", "203")]
    [InlineData("${request.body.kind}", """{"action":"ask","kind":"unknown"}""", "202")]
    [InlineData("${request.body.kind}", """{"action":"ask"}""", "202")]
    [InlineData("""\$default""", """{"action":"ask"}""", "202")]
    [InlineData("$default", """{"action":"ask"}""", "202")]
    [InlineData("a", """{"action":"ask"}""", "201")]
    [InlineData(null, """{"action":"ask"}""", "204")]
    public async Task RequestTemplate_IsTheOneThatTheExpressionSelects(string? expression, string message, string status)
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(
            sockets,
            new()
            {
                ["a"] = """{"statusCode":201}""",
                ["$default"] = """{"statusCode":202}""",
                ["a-ask"] = """{"statusCode":203}""",
                ["application/json"] = """{"statusCode":204}""",
            },
            expression);
        sockets.IntegrationResponse(mock, "$default", new
        {
            TemplateSelectionExpression = "of ${integration.response.statuscode}",
            ResponseTemplates = Enumerable.Range(201, 4).ToDictionary(number => $"of {number}", number => $"{number}"),
        });
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal(status, await RunningSockets.AskAsync(client, message));
    }

    [Theory]
    [InlineData(204, "fine")]
    [InlineData(404, "theirs")]
    [InlineData(503, "literal")]
    [InlineData(500, "other")]
    public async Task IntegrationResponse_IsSelectedByTheStatus(int status, string sent)
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["$default"] = $$"""{"statusCode": {{status}}}""" }, "$default");
        (string Key, string Text)[] responses =
            [("$default", "other"), ("""/2\d\d/""", "fine"), ("""/4\d{2}/""", "theirs"), ("503", "literal")];
        foreach (var (key, text) in responses)
        {
            sockets.IntegrationResponse(mock, key, new
            {
                TemplateSelectionExpression = """\$default""",
                ResponseTemplates = new Dictionary<string, string> { ["$default"] = text },
            });
        }

        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal(sent, await RunningSockets.AskAsync(client, """{"action":"ask"}"""));
    }

    [Fact]
    public async Task ResponseThatNoIntegrationResponseIsFor_IsAnInternalServerError()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["$default"] = """{"statusCode":404}""" }, "$default");
        sockets.IntegrationResponse(mock, "/200/");
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Matches(
            $$"""^\{"message": "Internal server error", "connectionId":"{{Id}}", "requestId":"{{Id}}"\}$""",
            await RunningSockets.AskAsync(client, """{"action":"ask"}"""));
    }

    [Theory]
    [InlineData("WHEN_NO_TEMPLATES")]
    [InlineData("NEVER")]
    public async Task MessageWithoutATemplate_IsUnsupported_WhereItDoesNotPass(string behavior)
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = sockets.Integration("MOCK", new
        {
            PassthroughBehavior = behavior,
            TemplateSelectionExpression = "${request.body.kind}",
            RequestTemplates = new Dictionary<string, string> { ["a"] = """{"statusCode":200}""" },
        });
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Matches(
            $$"""^\{"message": "Unsupported Media Type", "connectionId":"{{Id}}", "requestId":"{{Id}}"\}$""",
            await RunningSockets.AskAsync(client, """{"action":"ask"}"""));
    }

    [Fact]
    public async Task MessageWithoutATemplate_PassesAsItIs_OtherwiseAndGivesTheMockItsStatus()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = sockets.Integration("MOCK");
        sockets.IntegrationResponse(mock, "/418/", new
        {
            ResponseTemplates = new Dictionary<string, string> { ["application/json"] = "teapot" },
        });
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("teapot", await RunningSockets.AskAsync(client, """{"action":"ask","statusCode":418}"""));
        Assert.StartsWith(
            """{"message": "Internal server error", """,
            await RunningSockets.AskAsync(client, """{"action":"ask"}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneWayRoute_SendsNothing_WhateverItsIntegrationResponses()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["$default"] = """{"statusCode":200}""" }, "$default");
        sockets.IntegrationResponse(mock, "$default", new
        {
            TemplateSelectionExpression = "$default",
            ResponseTemplates = new Dictionary<string, string> { ["$default"] = "of $context.routeKey" },
        });
        sockets.Route("silent", new { Target = $"integrations/{mock}" });
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();
        await RunningSockets.SendAsync(client, """{"action":"silent"}""");

        Assert.Equal("of ask", await RunningSockets.AskAsync(client, """{"action":"ask"}"""));
    }

    [Fact]
    public async Task MockWithoutAStatus_RefusesToConnect()
    {
        await using var sockets = new RunningSockets().Declare();
        sockets.Route("$connect", new { Target = $"integrations/{sockets.Integration("MOCK", new { IntegrationUri = "" })}" });
        sockets.Stage();
        await sockets.ServeAsync();

        Assert.Equal(500, await sockets.RefusalAsync());
    }

    [Fact]
    public async Task Template_HasTheVariablesOfTheEvent()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["$default"] = """{"statusCode":200}""" }, "$default");
        sockets.IntegrationResponse(mock, "$default", new
        {
            ResponseTemplates = new Dictionary<string, string>
            {
                ["$default"] = """
                    #set($c = $context)
                    {"apiId":"$c.apiId","connectionId":"$c.connectionId","connectedAt":$c.connectedAt,"domainName":"$c.domainName",
                    "eventType":"$c.eventType","messageDirection":"$c.messageDirection","messageId":"$c.messageId","routeKey":"$c.routeKey",
                    "requestId":"$c.requestId","same":#if($c.requestId == $c.extendedRequestId)true#{else}false#end,
                    "requestTime":"$c.requestTime","requestTimeEpoch":$c.requestTimeEpoch,"stage":"$c.stage","status":"$c.status",
                    "sourceIp":"$c.identity.sourceIp","userAgent":"$c.identity.userAgent","userArn":"$c.identity.userArn",
                    "principalId":"$c.authorizer.principalId","error":"$c.error.message","variable":"$stageVariables.color",
                    "missing":"$stageVariables.none","params":"$input.params('x')","body":"$util.escapeJavaScript($input.body)"}
                    """,
            },
        });
        sockets.TwoWay("ask", mock);
        sockets.Stage(new { StageVariables = new { color = "blue" } });
        await sockets.ServeAsync();
        var client = await sockets.ConnectAsync("?x=1", options => options.SetRequestHeader("User-Agent", "Test/1"));

        var values = JsonNode.Parse((await RunningSockets.AskAsync(client, """{"action":"ask"}"""))!)!.AsObject();

        var now = sockets.Clock.GetUtcNow();
        Assert.Equal(sockets.ApiId, (string?)values["apiId"]);
        Assert.Matches(Id, (string?)values["connectionId"]);
        Assert.Matches(Id, (string?)values["messageId"]);
        Assert.Matches(Id, (string?)values["requestId"]);
        Assert.Equal(now.ToUnixTimeMilliseconds(), (long)values["connectedAt"]!);
        Assert.Equal(now.ToUnixTimeMilliseconds(), (long)values["requestTimeEpoch"]!);
        Assert.True((bool)values["same"]!);
        var rest = new[]
        {
            "eventType", "messageDirection", "routeKey", "stage", "status", "sourceIp", "userAgent", "userArn", "principalId", "error",
            "variable", "missing", "params", "body",
        };
        Assert.Equal(
            ["MESSAGE", "IN", "ask", "dev", "200", "127.0.0.1", "Test/1", "", "", "", "blue", "", "", "{}"],
            rest.Select(name => ((string?)values[name])!));
    }

    [Fact]
    public async Task TemplateThatIsNotValid_FailsTheMessageThatNeedsIt()
    {
        await using var sockets = new RunningSockets().Declare();
        var mock = Mock(sockets, new() { ["a"] = "#if(", ["$default"] = """{"statusCode":200}""" }, "${request.body.kind}");
        sockets.IntegrationResponse(mock, "$default", new
        {
            ResponseTemplates = new Dictionary<string, string> { ["application/json"] = "fine" },
        });
        sockets.TwoWay("ask", mock);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("fine", await RunningSockets.AskAsync(client, """{"action":"ask"}"""));
        Assert.StartsWith(
            """{"message": "Internal server error", """,
            await RunningSockets.AskAsync(client, """{"action":"ask","kind":"a"}"""),
            StringComparison.Ordinal);
        Assert.Equal(WebSocketState.Open, client.State);
    }

    private static string Mock(RunningSockets sockets, Dictionary<string, string> templates, string? expression) => sockets.Integration(
        "MOCK", new { RequestTemplates = templates, TemplateSelectionExpression = expression });
}
