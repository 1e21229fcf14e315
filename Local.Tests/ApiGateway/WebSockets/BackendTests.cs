using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html
/// </summary>
public sealed class BackendTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/Caller/BackplaneAssumeRoleSession";

    [Fact]
    public async Task Function_GetsTheTemplatesText_AndItsResultIsMapped()
    {
        await using var sockets = new RunningSockets().Declare();
        var function = sockets.Integration("AWS", new
        {
            IntegrationUri = RunningApiGateway.InvocationUri(),
            IntegrationMethod = "POST",
            TemplateSelectionExpression = """\$default""",
            RequestTemplates = new Dictionary<string, string>
            {
                ["$default"] = """{"who":"$context.connectionId","name":$input.json('$.name')}""",
            },
        });
        sockets.IntegrationResponse(function, "$default", new
        {
            TemplateSelectionExpression = """\$default""",
            ResponseTemplates = new Dictionary<string, string> { ["$default"] = "hello $input.path('$.greeted')" },
        });
        sockets.IntegrationResponse(function, "/.*not found.*/", new
        {
            TemplateSelectionExpression = """\$default""",
            ResponseTemplates = new Dictionary<string, string> { ["$default"] = "failed: $input.path('$.errorMessage')" },
        });
        sockets.TwoWay("greet", function);
        sockets.Respond = request => (string?)request["name"] == "Ada"
            ? FakeFunctions.Payload("""{"greeted":"Ada"}""")
            : FakeFunctions.Payload("""{"errorMessage":"Eve not found","errorType":"E"}""", "Unhandled");

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("hello Ada", await RunningSockets.AskAsync(client, """{"action":"greet","name":"Ada"}"""));
        Assert.Equal("failed: Eve not found", await RunningSockets.AskAsync(client, """{"action":"greet","name":"Eve"}"""));
        Assert.Equal(["who", "name"], sockets.Functions.Event.Select(member => member.Key));
        Assert.EndsWith("/dev/greet", sockets.Functions.Invocations[0].Invocation.SourceArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_OfAService_IsSignedByTheRole()
    {
        await using var services = await RunningServices.StartAsync();
        await using var sockets = new RunningSockets(services).Declare();
        var put = Put(sockets);
        sockets.IntegrationResponse(put, "/200/", new
        {
            ResponseTemplates = new Dictionary<string, string> { ["application/json"] = """{"saved":true}""" },
        });
        sockets.TwoWay("save", put);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("""{"saved":true}""", await RunningSockets.AskAsync(client, """{"action":"save","id":"7"}"""));
        var asked = Assert.Single(services.Requests);
        Assert.Equal(
            ("dynamodb", Session, "POST", "/", """{"TableName":"T","Item":{"id":{"S":"7"}}}"""),
            (asked.Service, asked.Caller, asked.Method, asked.Target, asked.Body));
        Assert.Equal("DynamoDB_20120810.PutItem", asked.Headers["X-Amz-Target"]);
        Assert.Equal($"AmazonAPIGateway_{sockets.ApiId}", asked.Headers.UserAgent);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(400, 400)]
    public async Task Connect_ToAService_IsDecidedByItsStatus_WithoutAnyIntegrationResponse(int status, int? refused)
    {
        await using var services = await RunningServices.StartAsync();
        await using var sockets = new RunningSockets(services).Declare();
        services.Response = (status, "application/x-amz-json-1.0", "{}");
        sockets.Route("$connect", new { Target = $"integrations/{Put(sockets, "$context.connectionId")}" });
        sockets.Stage();
        await sockets.ServeAsync();

        if (refused is { } expected)
        {
            Assert.Equal(expected, await sockets.RefusalAsync());
        }
        else
        {
            await sockets.ConnectAsync();
        }

        Assert.Matches("""^\{"TableName":"T","Item":\{"id":\{"S":"[A-Za-z0-9_-]{15}="}}}$""", Assert.Single(services.Requests).Body);
    }

    [Fact]
    public async Task Http_GetsWhatIsMapped()
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var sockets = new RunningSockets().Declare();
        var http = sockets.Integration("HTTP", new
        {
            IntegrationUri = $"{endpoint.Address}rooms/{{room}}",
            IntegrationMethod = "PUT",
            RequestParameters = new Dictionary<string, string>
            {
                ["integration.request.header.connectionId"] = "context.connectionId",
                ["integration.request.header.fixed"] = "'value'",
                ["integration.request.path.room"] = "route.request.body.room",
                ["integration.request.querystring.color"] = "stageVariables.color",
            },
        });
        sockets.IntegrationResponse(http, """/2\d\d/""");
        sockets.TwoWay("say", http);
        sockets.Stage(new { StageVariables = new { color = "blue" } });
        await sockets.ServeAsync();
        var client = await sockets.ConnectAsync();

        Assert.Equal("made", await RunningSockets.AskAsync(client, """{"action":"say","room":"a b"}"""));
        Assert.Equal("""PUT /rooms/a%20b?color=blue {"action":"say","room":"a b"}""", endpoint.Asked);
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", endpoint.Headers["connectionId"].ToString());
        Assert.Equal("value", endpoint.Headers["fixed"].ToString());
        Assert.Equal("application/json", endpoint.Headers.ContentType);
    }

    [Fact]
    public async Task HttpProxy_GetsTheRequestToConnect_AndMessagesAsTheyAre()
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var sockets = new RunningSockets().Declare();
        var proxy = sockets.Integration("HTTP_PROXY", new { IntegrationUri = $"{endpoint.Address}all", IntegrationMethod = "POST" });
        sockets.Route("$connect", new { Target = $"integrations/{proxy}" });
        sockets.TwoWay("say", proxy);

        var client = await sockets.ServeAndConnectAsync("?ticket=1", options => options.SetRequestHeader("x-own", "mine"));

        Assert.Equal("POST /all?ticket=1 ", endpoint.Asked);
        Assert.Equal("mine", endpoint.Headers["x-own"].ToString());
        Assert.Equal("made", await RunningSockets.AskAsync(client, """{"action":"say"}"""));
        Assert.Equal("""POST /all {"action":"say"}""", endpoint.Asked);
        Assert.False(endpoint.Headers.ContainsKey("x-own"));
    }

    [Fact]
    public async Task ContentHandling_TurnsBase64IntoBytesAndBack()
    {
        byte[]? got = null;
        await using var endpoint = await RunningEndpoint.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got = body.ToArray();
            await context.Response.Body.WriteAsync(new byte[] { 255, 0, 1 });
        });
        await using var sockets = new RunningSockets().Declare();
        var http = sockets.Integration("HTTP", new
        {
            IntegrationUri = endpoint.Address,
            IntegrationMethod = "POST",
            ContentHandlingStrategy = "CONVERT_TO_BINARY",
        });
        sockets.IntegrationResponse(http, "$default", new { ContentHandlingStrategy = "CONVERT_TO_TEXT" });
        sockets.TwoWay("$default", http);

        var client = await sockets.ServeAndConnectAsync();

        Assert.Equal("/wAB", await RunningSockets.AskAsync(client, "AQL/"));
        Assert.Equal([1, 2, 255], got!);
        Assert.StartsWith(
            """{"message": "Internal server error", """, await RunningSockets.AskAsync(client, "no base64!"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndpointThatIsNotThere_IsAnInternalServerErrorOfTheIntegration()
    {
        await using var sockets = new RunningSockets().Declare();
        sockets.TwoWay("say", sockets.Integration("HTTP", new { IntegrationUri = "http://localhost:1/", IntegrationMethod = "POST" }));

        var client = await sockets.ServeAndConnectAsync();

        Assert.StartsWith(
            """{"message": "Network error communicating with endpoint", "connectionId":""",
            await RunningSockets.AskAsync(client, """{"action":"say"}"""),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS", "IntegrationUri", "arn:aws:apigateway:us-east-1:kinesis:action/PutRecord",
        "property 'IntegrationUri' is not supported locally: the service 'kinesis'")]
    [InlineData("AWS", "IntegrationUri", "arn:aws:apigateway:us-east-1:sqs:action/SendMessage",
        "property 'CredentialsArn' is not valid: Role arn must be specified for AWS integrations")]
    [InlineData("HTTP", "IntegrationUri", "ftp://example.com",
        "property 'IntegrationUri' is not valid: Invalid HTTP endpoint specified for URI")]
    [InlineData("MOCK", "CredentialsArn", "arn:aws:iam::123456789012:role/R",
        "property 'CredentialsArn' is not supported locally: a mock calls nothing")]
    [InlineData("MOCK", "TemplateSelectionExpression", "$context.stage",
        "property 'TemplateSelectionExpression' is not supported locally: '$context.stage' does not name members of the body")]
    [InlineData("MOCK", "PassthroughBehavior", "SOMETIMES",
        "property 'PassthroughBehavior' is not valid: it must be one of WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER, not 'SOMETIMES'")]
    [InlineData("MOCK", "ConnectionType", "VPC_LINK", "property 'ConnectionType' is not supported locally: VPC links")]
    public async Task IntegrationThatCannotBe_IsRefused(string type, string property, string value, string why)
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(
            () => sockets.Integration(type, new Dictionary<string, string> { [property] = value }));

        Assert.Equal($"Live/Other (AWS::ApiGatewayV2::Integration): {why}", refusal.Message);
    }

    [Theory]
    [InlineData("header.x", "context.stage", "Invalid mapping expression parameter specified: header.x")]
    [InlineData("integration.request.header.x", "method.request.header.x", "Invalid mapping expression specified: method.request.header.x")]
    public async Task MappingThatIsNotValid_IsRefusedInAwssWords(string target, string source, string error)
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(() => sockets.Integration(
            "MOCK", new { RequestParameters = new Dictionary<string, string> { [target] = source } }));

        Assert.EndsWith(
            "property 'RequestParameters' is not valid: Invalid mapping expression specified: Validation Result: warnings : [], "
            + $"errors : [{error}]",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_TakesTheConsolesContentHandling_AndNoOther()
    {
        await using var sockets = new RunningSockets().Declare();
        var properties = new { IntegrationUri = RunningApiGateway.InvocationUri(), ContentHandlingStrategy = "CONVERT_TO_TEXT" };

        sockets.Integration("AWS_PROXY", properties);
        var refusal = Assert.Throws<StartupException>(() => sockets.Integration(
            "AWS_PROXY", properties with { ContentHandlingStrategy = "CONVERT_TO_BINARY" }, "Second"));

        Assert.EndsWith(
            "CONVERT_TO_BINARY with a function, which gets the message as it is sent", refusal.Message, StringComparison.Ordinal);
    }

    private static string Put(RunningSockets sockets, string id = "$input.path('$.id')") => sockets.Integration("AWS", new
    {
        IntegrationUri = "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem",
        IntegrationMethod = "POST",
        CredentialsArn = RunningServices.RoleArn,
        RequestTemplates = new Dictionary<string, string>
        {
            ["application/json"] = "{\"TableName\":\"T\",\"Item\":{\"id\":{\"S\":\"" + id + "\"}}}",
        },
    });
}
