using System.Text;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class MockIntegrationTests
{
    /// <summary>What the CDK writes for a CORS preflight of one origin.</summary>
    private static readonly object Preflight = new
    {
        Type = "MOCK",
        RequestTemplates = new Dictionary<string, string> { ["application/json"] = "{ statusCode: 204 }" },
        IntegrationResponses = new[]
        {
            new
            {
                StatusCode = "204",
                ResponseParameters = new Dictionary<string, string>
                {
                    ["method.response.header.Access-Control-Allow-Headers"] = "'Content-Type,Authorization'",
                    ["method.response.header.Access-Control-Allow-Origin"] = "'https://example.com'",
                    ["method.response.header.Vary"] = "'Origin'",
                    ["method.response.header.Access-Control-Allow-Methods"] = "'OPTIONS,GET,PUT'",
                },
            },
        },
    };

    [Fact]
    public async Task Preflight_IsAnsweredWithoutAFunction()
    {
        await using var gateway = await StartAsync(Preflight);

        var response = await gateway.Client.SendAsync(new(HttpMethod.Options, "/dev/items")
        {
            Headers = { { "Origin", "https://example.com" }, { "Access-Control-Request-Method", "PUT" } },
        });

        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("Content-Type,Authorization", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("https://example.com", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Origin", Header(response, "Vary"));
        Assert.Equal("OPTIONS,GET,PUT", Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("application/json", Header(response, "Content-Type"));
        Assert.Null(Header(response, "X-Amzn-Trace-Id"));
        Ids(response);
        Assert.Empty(gateway.Functions.Events);
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("https://second.example.com", "https://second.example.com")]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    [InlineData("https://evil.example.com", "https://example.com")]
    [InlineData(null, "https://example.com")]
    public async Task PreflightOfSeveralOrigins_RepeatsTheRequestsOrigin_WhereItIsOneOfThem(string? origin, string allowed)
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = "{ statusCode: 200 }" },
            IntegrationResponses = new[]
            {
                new
                {
                    StatusCode = "204",
                    ResponseParameters = new Dictionary<string, string> { [
                        "method.response.header.Access-Control-Allow-Origin"] = "'https://example.com'" },
                    ResponseTemplates = new Dictionary<string, string>
                    {
                        ["application/json"] = """
                            #set($origin = $input.params().header.get("Origin"))
                            #if($origin == "")
                              #set($origin = $input.params().header.get("origin"))
                            #end
                            #if($origin == "https://second.example.com" || $origin == "http://localhost:3000")
                              #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
                            #end
                            """,
                    },
                },
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Options, "/dev/items");
        request.Headers.TryAddWithoutValidation("Origin", origin);

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal(allowed, Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Status_SelectsTheResponseByItsPattern()
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = """{"statusCode": 418}""" },
            IntegrationResponses = new object[]
            {
                new { StatusCode = "200" },
                new
                {
                    StatusCode = "418",
                    SelectionPattern = @"4\d{2}",
                    ResponseTemplates = new Dictionary<string, string> { ["application/json"] = """{"tea":true}""" },
                    ResponseParameters = new Dictionary<string, string>
                    {
                        ["method.response.header.x-request"] = "context.requestId",
                        ["method.response.header.x-stage"] = "stageVariables.colour",
                    },
                },
            },
        });

        var response = await gateway.Client.SendAsync(new(HttpMethod.Options, "/dev/items"));

        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("""{"tea":true}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(Header(response, "x-amzn-RequestId"), Header(response, "x-request"));
        Assert.Null(Header(response, "x-stage"));
    }

    // What looks like an object is read, as AWS does, though it is not JSON.
    [Theory]
    [InlineData("{ statusCode: 204 }", 204)]
    [InlineData("{'statusCode': 204, '': ''}", 204)]
    [InlineData("{\"statusCode\": 204 ,, }", 204)]
    [InlineData("{\"a\": {\"b\": 1, \"c\": [2, 3]}, \"statusCode\": 204}", 204)]
    [InlineData("{statusCode: 204,super{ f}oo: [ba r]}", 204)]
    [InlineData("{statusCode: 204, foo'}: [ba r]}", 204)]
    [InlineData("\n { \n \"statusCode\": 204 \n } \n", 204)]
    [InlineData("statusCode: 204", 500)]
    [InlineData("{\"statusCode': 204 }", 500)]
    [InlineData("{'statusCode: 204 }", 500)]
    [InlineData("{statusCode: 204, {foo: [ba r]}", 500)]
    [InlineData("{\"statusCode\": \"204\"}", 500)]
    [InlineData("{\"other\": 204}", 500)]
    [InlineData("[204]", 500)]
    public async Task Status_IsAMemberWithAnInteger(string template, int status)
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = template },
            IntegrationResponses = new[] { new { StatusCode = "204" } },
        });

        Assert.Equal(status, (int)(await gateway.Client.SendAsync(new(HttpMethod.Options, "/dev/items"))).StatusCode);
    }

    [Theory]
    [InlineData("NEVER", "text/plain", 415)]
    [InlineData("WHEN_NO_TEMPLATES", "text/plain", 415)]
    [InlineData("WHEN_NO_MATCH", "text/plain", 500)]
    [InlineData("NEVER", "application/json; charset=utf-8", 204)]
    public async Task MediaTypeWithoutATemplate_IsRefusedOrPassedThrough(string behavior, string contentType, int status)
    {
        await using var gateway = await StartAsync(new
        {
            Type = "MOCK",
            PassthroughBehavior = behavior,
            RequestTemplates = new Dictionary<string, string> { ["application/json"] = "{ statusCode: 204 }" },
            IntegrationResponses = new[] { new { StatusCode = "204" } },
        });
        using var content = new StringContent("plain", Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);

        var response = await gateway.Client.SendAsync(new(HttpMethod.Options, "/dev/items") { Content = content });

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 415)
        {
            await FailureAsync(response, 415, "BadRequestException", """{"message": "Unsupported Media Type"}""");
        }
    }

    [Theory]
    [InlineData("*/*", null, null, 500)]
    [InlineData("*/*", "CONVERT_TO_TEXT", null, 204)]
    [InlineData("*/*", "CONVERT_TO_BINARY", null, 500)]
    [InlineData("image/*", null, null, 204)]
    [InlineData("image/*", null, "image/png", 500)]
    [InlineData("image/*", "CONVERT_TO_TEXT", "image/png", 204)]
    [InlineData("application/json", null, null, 500)]
    [InlineData(null, null, null, 204)]
    public async Task BinaryBody_HasNoTemplate_UnlessItBecomesText(string? binary, string? handling, string? contentType, int status)
    {
        await using var gateway = await StartAsync(
            new
            {
                Type = "MOCK",
                ContentHandling = handling,
                RequestTemplates = new Dictionary<string, string> { [contentType ?? "application/json"] = "{ statusCode: 204 }" },
                IntegrationResponses = new[] { new { StatusCode = "204" } },
            },
            new { BinaryMediaTypes = binary is null ? [] : new[] { binary } });
        using var request = new HttpRequestMessage(HttpMethod.Options, "/dev/items") { Content = new ByteArrayContent([]) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 500)
        {
            await FailureAsync(response, 500, "InternalServerErrorException", """{"message": "Internal server error"}""");
        }
    }

    private static async Task<RunningApiGateway> StartAsync(object integration, object? api = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api(api);
        gateway.Integration("OPTIONS", "/items", integration);
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }
}
