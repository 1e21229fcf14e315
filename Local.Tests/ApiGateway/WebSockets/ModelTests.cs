using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html</summary>
public sealed class ModelTests
{
    private const string Invalid =
        """^\{"message": "Invalid request body", "connectionId":"[A-Za-z0-9_-]{15}=", "requestId":"[A-Za-z0-9_-]{15}="\}$""";

    [Theory]
    [InlineData("""{"action":"add","count":1}""", true)]
    [InlineData("""{"action":"add","count":"1"}""", false)]
    [InlineData("""{"action":"add"}""", false)]
    public async Task Message_FollowsTheModelThatIsSelected(string message, bool isValid)
    {
        await using var sockets = Declare("$request.body.action", new() { ["add"] = "Counted" });

        var client = await sockets.ServeAndConnectAsync();
        await RunningSockets.SendAsync(client, message);

        if (isValid)
        {
            Assert.Equal(message, (string?)(await sockets.EventAsync("MESSAGE"))["body"]);
        }
        else
        {
            Assert.Matches(Invalid, await RunningSockets.ReceiveAsync(client));
            Assert.Empty(sockets.Functions.Events);
        }
    }

    [Fact]
    public async Task MessageThatNoModelIsFor_FollowsTheDefault_OrIsNotValid()
    {
        await using var with = Declare("${request.body.kind}", new() { ["$default"] = "Counted" });
        await using var without = Declare("${request.body.kind}", new() { ["a"] = "Counted" });

        var client = await with.ServeAndConnectAsync();
        await RunningSockets.SendAsync(client, """{"action":"add","count":2}""");
        await with.EventAsync("MESSAGE");

        Assert.Matches(Invalid, await RunningSockets.AskAsync(client, """{"action":"add"}"""));
        Assert.Matches(
            Invalid, await RunningSockets.AskAsync(await without.ServeAndConnectAsync(), """{"action":"add","count":2}"""));
    }

    [Fact]
    public async Task WhatIsWrong_IsInTheAccessLog()
    {
        await using var sockets = Declare("""\$default""", new() { ["$default"] = "Counted" });
        sockets.Stage(new
        {
            AccessLogSettings = new
            {
                DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access",
                Format = "$context.status $context.error.responseType $context.error.validationErrorString",
            },
        });
        await sockets.ServeAsync();
        var client = await sockets.ConnectAsync();

        await RunningSockets.AskAsync(client, """{"action":"add"}""");
        await RunningSockets.AskAsync(client, """{"action":"add"}""");

        Assert.Equal(
            """400 BAD_REQUEST_BODY [object has missing required properties ([\"count\"])]""",
            sockets.Logs.Of("access").First(line => line.StartsWith("400", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RequiredParameter_OfConnect_MustBeThere()
    {
        await using var sockets = new RunningSockets().Declare();
        sockets.Route("$connect", new
        {
            RequestParameters = new Dictionary<string, object> { ["route.request.querystring.ticket"] = new { Required = true } },
        });
        sockets.Stage();
        await sockets.ServeAsync();

        var refusal = await sockets.AskAsync("/dev");

        Assert.Equal(400, (int)refusal.StatusCode);
        Assert.Matches(
            """^\{"message": "Missing required request parameters: \[ticket\]", "connectionId":""",
            await refusal.Content.ReadAsStringAsync());
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, (await sockets.ConnectAsync("?ticket=1")).State);
    }

    [Fact]
    public async Task RouteOfAModelThatDoesNotExist_IsNotFound_OnceAllIsThere()
    {
        await using var sockets = new RunningSockets().Declare();
        var route = sockets.Service.ResourceTypes.Single(type => type.Name == "AWS::ApiGatewayV2::Route").Provision(new TemplateResource(
            "Live", "X", "AWS::ApiGatewayV2::Route", Provisioning.Merge(new
            {
                sockets.ApiId,
                RouteKey = "add",
                RequestModels = new { add = "None" },
            })));

        var refusal = Assert.Throws<StartupException>(() => route.Check!());

        Assert.EndsWith(
            "property 'RequestModels' refers to the model 'None' of the WebSocket API, which does not exist", refusal.Message,
            StringComparison.Ordinal);
    }

    private static RunningSockets Declare(string expression, Dictionary<string, string> models)
    {
        var sockets = new RunningSockets().Declare();
        sockets.Provision("AWS::ApiGatewayV2::Model", "Model", new
        {
            sockets.ApiId,
            Name = "Counted",
            ContentType = "application/json",
            Schema = new { type = "object", required = new[] { "count" }, properties = new { count = new { type = "integer" } } },
        });
        sockets.Route("add", new { ModelSelectionExpression = expression, RequestModels = models });
        return sockets;
    }
}
