using Lexicon.Local.CloudFormation;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ApplyGatewayResponseTests
{
    [Fact]
    public async Task DeclaredType_DecidesStatusHeadersAndBody()
    {
        await using var gateway = await StartAsync(new
        {
            ResponseType = "MISSING_AUTHENTICATION_TOKEN",
            StatusCode = "404",
            ResponseParameters = new Dictionary<string, string>
            {
                ["gatewayresponse.header.Access-Control-Allow-Origin"] = "'*'",
                ["gatewayresponse.header.x-origin"] = "method.request.header.Origin",
                ["gatewayresponse.header.x-request"] = "context.requestId",
                ["gatewayresponse.header.x-nothing"] = "method.request.header.Nothing",
            },
            ResponseTemplates = new Dictionary<string, string>
            {
                ["application/problem+json"] =
                    """
                    {"title":$context.error.messageString,"detail":"$context.error.message","kind":"$context.error.responseType",
                    "path":"$context.path","colour":"${stageVariables.colour}"}
                    """.ReplaceLineEndings(""),
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/nothing") { Headers = { { "Origin", "https://example.com" } } };

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal(
            """{"title":"Missing Authentication Token","detail":"Missing Authentication """
                + """Token","kind":"MISSING_AUTHENTICATION_TOKEN","path":"/dev/nothing","colour":"blue"}""",
            await response.Content.ReadAsStringAsync());
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("application/problem+json", Header(response, "Content-Type"));
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("https://example.com", Header(response, "x-origin"));
        Assert.Equal(Header(response, "x-amzn-RequestId"), Header(response, "x-request"));
        Assert.Null(Header(response, "x-nothing"));
        Assert.Equal("MissingAuthenticationTokenException", Header(response, "x-amzn-ErrorType"));
        Ids(response);
    }

    [Theory]
    [InlineData("a%0D%0Ax-other:%20b", null)]
    [InlineData("a%00", null)]
    [InlineData("a%09b", "a\tb")]
    public async Task HeaderWithAValueThatNoHeaderCanHave_IsLeftOut(string sent, string? received)
    {
        await using var gateway = await StartAsync(new
        {
            ResponseType = "MISSING_AUTHENTICATION_TOKEN",
            ResponseParameters = new Dictionary<string, string> { ["gatewayresponse.header.x-q"] = "method.request.querystring.q" },
        });

        var response = await gateway.Client.GetAsync($"/dev/nothing?q={sent}");

        await FailureAsync(
            response, 403, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
        Assert.Equal(received, Header(response, "x-q"));
        Assert.Null(Header(response, "x-other"));
    }

    [Theory]
    [InlineData("199", "gatewayresponse.header.x-a")]
    [InlineData("600", "gatewayresponse.header.x-a")]
    [InlineData("400", "gatewayresponse.header.x a")]
    [InlineData("400", "gatewayresponse.header.Transfer-Encoding")]
    public async Task WhatNoResponseCanHave_IsRefusedAtStart(string status, string header) =>
        await Assert.ThrowsAsync<StartupException>(async () => await StartAsync(new
        {
            ResponseType = "DEFAULT_4XX",
            StatusCode = status,
            ResponseParameters = new Dictionary<string, string> { [header] = "'x'" },
        }));

    [Fact]
    public async Task FailureOfAStepAfterTheIntegration_IsAResponseOfApiGatewayToo()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new
        {
            AccessLogSetting = new { DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access", Format = "$context.status" },
        });
        await gateway.StartAsync();
        gateway.Logs.Failure = new IOException("no space left");

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 500, "InternalServerErrorException", """{"message": "Internal server error"}""");
    }

    [Fact]
    public async Task DefaultOfTheClass_HoldsForTypesWithoutTheirOwn_AndKeepsTheirStatus()
    {
        await using var gateway = await StartAsync(
            new
            {
                ResponseType = "DEFAULT_4XX",
                ResponseTemplates = new Dictionary<string, string> { ["application/json"] = """{"is":4}""" },
            },
            new
            {
                ResponseType = "DEFAULT_5XX",
                StatusCode = 503,
                ResponseTemplates = new Dictionary<string, string> { ["application/json"] = """{"is":5}""" },
            });
        gateway.Functions.Answer("malformed");

        var (client, server) = (await gateway.Client.GetAsync("/dev/nothing"), await gateway.Client.GetAsync("/dev/items"));

        await FailureAsync(client, 403, "MissingAuthenticationTokenException", """{"is":4}""");
        await FailureAsync(server, 503, "InternalServerErrorException", """{"is":5}""");
    }

    [Fact]
    public async Task ResponseWithHeadersAlone_KeepsTheBody()
    {
        await using var gateway = await StartAsync(new
        {
            ResponseType = "DEFAULT_4XX",
            ResponseParameters = new Dictionary<string, string> { ["gatewayresponse.header.x-a"] = "'b'" },
        });

        var response = await gateway.Client.GetAsync("/dev/nothing");

        await FailureAsync(response, 403, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
        Assert.Equal("b", Header(response, "x-a"));
    }

    [Fact]
    public async Task DeclaredHeader_TakesThePlaceOfTheOneThatApiGatewaySets()
    {
        await using var gateway = await StartAsync(new
        {
            ResponseType = "DEFAULT_4XX",
            ResponseParameters = new Dictionary<string, string>
            {
                ["gatewayresponse.header.content-type"] = "'application/problem+json'",
                ["gatewayresponse.header.X-Amzn-ErrorType"] = "method.request.header.Nothing",
            },
        });

        var response = await gateway.Client.GetAsync("/dev/nothing");

        Assert.Equal(["application/problem+json"], response.Content.Headers.GetValues("Content-Type"));
        Assert.Equal(["MissingAuthenticationTokenException"], response.Headers.GetValues("x-amzn-ErrorType"));
        Assert.Equal("""{"message":"Missing Authentication Token"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task UnknownStage_KnowsNoResponsesOfTheApi()
    {
        await using var gateway = await StartAsync(new { ResponseType = "DEFAULT_4XX", StatusCode = 418 });

        await FailureAsync(await gateway.Client.GetAsync("/prod/items"), 403, "ForbiddenException", """{"message":"Forbidden"}""");
    }

    [Fact]
    public async Task Template_IsChosenByTheFirstAcceptedType()
    {
        await using var gateway = await StartAsync(new
        {
            ResponseType = "DEFAULT_4XX",
            ResponseTemplates = new Dictionary<string, string> { ["application/json"] = "{}", ["text/html"] = "<p>$context.error.message" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/nothing") { Headers = { { "Accept", "text/html, */*" } } };

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal("<p>Missing Authentication Token", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html", Header(response, "Content-Type"));
    }

    [Theory]
    [InlineData("$util.escapeJavaScript(1)", "'$util.escapeJavaScript(1)' in a template")]
    [InlineData("#if($context.stage)", "'#if' in a template")]
    public async Task TemplateLanguage_IsRefused(string template, string why)
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<StartupException>(() => Declare(gateway, 0, new
        {
            ResponseType = "DEFAULT_4XX",
            ResponseTemplates = new Dictionary<string, string> { ["application/json"] = template },
        }));

        Assert.EndsWith(why, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RunningApiGateway> StartAsync(params object[] responses)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        foreach (var (i, response) in responses.Index())
        {
            Declare(gateway, i, response);
        }

        gateway.Stage(new { Variables = new { colour = "blue" } });
        await gateway.StartAsync();
        return gateway;
    }

    private static void Declare(RunningApiGateway gateway, int number, object response) =>
        gateway.Provision("AWS::ApiGateway::GatewayResponse", $"Response{number}", new { RestApiId = gateway.ApiId }, response);
}
