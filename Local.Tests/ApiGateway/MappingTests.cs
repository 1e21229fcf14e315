using System.Text;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>
/// The mappings of https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-data-transformations.html, around a mock.
/// </summary>
public sealed class MappingTests
{
    private const string Ok = """{"statusCode": 200}""";
    private const string Error = """{"message": "Internal server error"}""";

    [Fact]
    public async Task ResponseTemplate_SeesTheRequestAndItsContext()
    {
        await using var gateway = await StartAsync(Ok, """
            #set($inputRoot = $input.path('$'))
            {"id": "$input.params('id')", "page": "$input.params('page')", "method": "$context.httpMethod", "stage": "$context.stage",
             "path": "$context.path", "resource": "$context.resourcePath", "ip": "$context.identity.sourceIp",
             "agent": "$context.identity.userAgent", "user": "$context.identity.user", "sub": "$context.authorizer.claims.sub",
             "account": "$context.accountId", "color": "$stageVariables.color", "none": "$stageVariables.none", "input": $input.json('$')}
            """);

        var request = new HttpRequestMessage(HttpMethod.Post, "/dev/items/7?page=2&page=3");
        request.Headers.UserAgent.ParseAdd("tests/1");
        var response = await gateway.Client.SendAsync(request);

        Assert.Equal(
            """
            {"id": "7", "page": "3", "method": "POST", "stage": "dev",
             "path": "/dev/items/7", "resource": "/items/{id}", "ip": "127.0.0.1",
             "agent": "tests/1", "user": "", "sub": "",
             "account": "123456789012", "color": "blue", "none": "", "input": {}}
            """,
            (await response.Content.ReadAsStringAsync()).TrimEnd());
        Assert.Equal("application/json", Header(response, "Content-Type"));
    }

    [Theory]
    [InlineData("""#set($context.responseOverride.status = 418)""", 418, null)]
    [InlineData(
        """#set($context.responseOverride.header.X-Mapped = "over")#set($context.responseOverride.header.x-new = 1)""", 200, "over 1")]
    [InlineData("""#set($context.responseOverride.status = 400)#set($context.responseOverride.status = 401)""", 500, null)]
    [InlineData("""#set($context.responseOverride.header.a = 1)#set($context.responseOverride.header.a = 2)""", 500, null)]
    [InlineData("""#if($input.params("page") == "2")#set($context.responseOverride.status = "404")#end""", 404, null)]
    [InlineData("""#set($context.responseOverride.status = 600)""", 200, null)]
    [InlineData("""#set($context.responseOverride.status = "none")""", 200, null)]
    public async Task Overrides_AreFinal(string template, int status, string? headers)
    {
        await using var gateway = await StartAsync(Ok, template);

        var response = await gateway.Client.PostAsync("/dev/items/7?page=2", null);

        Assert.Equal(status, (int)response.StatusCode);
        if (headers is not null)
        {
            Assert.Equal(headers, $"{Header(response, "X-Mapped")} {Header(response, "x-new")}");
        }
    }

    [Theory]
    [InlineData("text/xml", "<xml/>", "text/xml")]
    [InlineData("text/xml, application/json", "<xml/>", "text/xml")]
    [InlineData("application/json", "{}", "application/json")]
    [InlineData("text/html", "{}", "application/json")]
    [InlineData(null, "{}", "application/json")]
    public async Task ResponseTemplate_IsThatOfWhatTheClientAcceptsFirst(string? accept, string body, string contentType)
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = Ok },
            IntegrationResponses = new[]
            {
                new
                {
                    StatusCode = "200",
                    ResponseTemplates = new Dictionary<string, string> { ["text/xml"] = "<xml/>", ["application/json"] = "{}" },
                },
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/items/7");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal((body, contentType), (await response.Content.ReadAsStringAsync(), Header(response, "Content-Type")));
    }

    [Fact]
    public async Task RequestOverrides_AreThereInTheResponseTemplate_HoweverTheyAreSet()
    {
        await using var gateway = await StartAsync(
            """
            #set($name = "a")
            #set($context.requestOverride.querystring[$name] = "1")
            $context.requestOverride.querystring.put("b", "2")
            #set($context["requestOverride"].querystring["c"] = "3")
            {"statusCode": 200}
            """,
            """#set($o = $context.requestOverride.querystring)$o["a"]$o.b$o.get("c")""");

        var response = await gateway.Client.PostAsync("/dev/items/7", null);

        Assert.Equal("123", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ResponseParameters_ComeFromTheirSources()
    {
        await using var gateway = await StartAsync(Ok, "", new Dictionary<string, string>
        {
            ["method.response.header.x-static"] = "'text'",
            ["method.response.header.x-context"] = "context.stage",
            ["method.response.header.x-stage"] = "stageVariables.color",
            ["method.response.header.x-missing"] = "stageVariables.none",
            ["method.response.header.Server"] = "'mine'",
            ["method.response.header.Content-Type"] = "'text/plain'",
        });

        var response = await gateway.Client.PostAsync("/dev/items/7", null);

        Assert.Equal("text", Header(response, "x-static"));
        Assert.Equal("dev", Header(response, "x-context"));
        Assert.Equal("blue", Header(response, "x-stage"));
        Assert.Null(Header(response, "x-missing"));
        Assert.Equal("mine", Header(response, "x-amzn-Remapped-Server"));
        Assert.Equal("text/plain", Header(response, "Content-Type"));
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Ids(response);
    }

    [Theory]
    [InlineData("""{"statusCode": $input.json('$.code')}""", """{"code": 201}""", 201)]
    [InlineData("""{"statusCode": 500}""", "", 500)]
    [InlineData("""{"code": 200}""", "", 500)]
    [InlineData("""{"statusCode": "201"}""", "", 500)]
    [InlineData("""{'statusCode': 201, other}""", "", 201)]
    [InlineData("nothing", "", 500)]
    [InlineData("#if(true)", "", 500)]
    public async Task RequestTemplate_GivesTheStatusOfAMock(string template, string body, int status)
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = template },
            IntegrationResponses = new object[]
            {
                new { StatusCode = "201", SelectionPattern = "201" },
                new { StatusCode = "400", SelectionPattern = "4.." },
            },
        });

        var response = await gateway.Client.PostAsync("/dev/items/7", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)response.StatusCode);
        if (status is 500)
        {
            await FailureAsync(response, 500, "InternalServerErrorException", Error);
        }
    }

    [Theory]
    [InlineData("integration.request.header.x", "method.request.header.other",
        "Invalid mapping expression parameter specified: method.request.header.other")]
    [InlineData("integration.request.cookie.x", "'a'", "Invalid mapping expression parameter specified: integration.request.cookie.x")]
    [InlineData("integration.request.header.x", "unquoted", "Invalid mapping expression specified: unquoted")]
    public void InvalidRequestParameter_IsRefusedInAwssWords(string target, string source, string error)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<Lexicon.Local.CloudFormation.StartupException>(() => gateway.Method("GET", "/items", new
        {
            Integration = new
            {
                Type = "HTTP_PROXY",
                IntegrationHttpMethod = "GET",
                Uri = "http://localhost",
                RequestParameters = new Dictionary<string, string> { [target] = source },
            },
        }));

        Assert.EndsWith(
            $"Invalid mapping expression specified: Validation Result: warnings : [], errors : [{error}]",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void UndeclaredResponseHeader_IsRefusedInAwssWords()
    {
        var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<Lexicon.Local.CloudFormation.StartupException>(() => gateway.Method("GET", "/items", new
        {
            Integration = new
            {
                Type = "MOCK",
                IntegrationResponses = new[]
                {
                    new
                    {
                        StatusCode = "200",
                        ResponseParameters = new Dictionary<string, string> { ["method.response.header.x"] = "'a'" },
                    },
                },
            },
            MethodResponses = new[] { new { StatusCode = "200" } },
        }));

        Assert.EndsWith(
            "errors : [Invalid mapping expression parameter specified: method.response.header.x]",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VPC_LINK", "HTTP", "property 'Integration.ConnectionType' is not supported locally: VPC_LINK, which needs a VPC")]
    [InlineData("INTERNET", "OTHER", "property 'Integration.Type' is not supported locally: integrations of type OTHER")]
    public void WhatIsNotBuilt_IsRefusedByName(string connection, string type, string message)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<Lexicon.Local.CloudFormation.StartupException>(() => gateway.Method(
            "GET", "/items", new { Integration = new { Type = type, ConnectionType = connection, Uri = "http://localhost" } }));

        Assert.EndsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    private static Task<RunningApiGateway> StartAsync(
        string requestTemplate, string responseTemplate, Dictionary<string, string>? headers = null) => StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = requestTemplate },
            IntegrationResponses = new[]
            {
                new
                {
                    StatusCode = "200",
                    ResponseParameters = headers ?? new() { ["method.response.header.x-mapped"] = "'mapped'" },
                    ResponseTemplates = new Dictionary<string, string> { ["application/json"] = responseTemplate },
                },
            },
        });

    private static async Task<RunningApiGateway> StartAsync(object integration)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Integration("POST", "/items/{id}", integration);
        gateway.Stage(new { Variables = new { color = "blue" } });
        await gateway.StartAsync();
        return gateway;
    }
}
