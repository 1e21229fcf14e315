using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class WriteAccessLogTests
{
    [Fact]
    public async Task Request_IsLoggedInTheStagesFormat_WithHyphensForWhatIsNotThere()
    {
        await using var gateway = await StartAsync(
            """
            {"id":"$context.requestId","ip":"$context.identity.sourceIp","user":"$context.identity.user",
            "at":"$context.requestTime","method":"$context.httpMethod","resource":"$context.resourcePath",
            "path":"$context.path","status":"$context.status","length":"$context.responseLength",
            "integration":"$context.integration.requestId","error":"$context.error.message"}
            """.ReplaceLineEndings(""));
        gateway.Functions.Answer("""{"statusCode":201,"body":"four"}""");

        var response = await gateway.Client.GetAsync("/dev/items/1?x=y");

        Assert.Equal(
            $$"""
            {"id":"{{Header(response, "x-amzn-RequestId")}}","ip":"127.0.0.1","user":"-","at":"22/Nov/2026:10:15:30 +0000",
            "method":"GET","resource":"/items/{id}","path":"/dev/items/1",
            "status":"201","length":"4","integration":"invocation-1","error":"-"}
            """.ReplaceLineEndings(""),
            gateway.Logs.Of("access").Single());
    }

    [Fact]
    public async Task Invocation_HasLambdasStatusBesideTheFunctions()
    {
        await using var gateway = await StartAsync(
            "$context.integrationStatus $context.integration.integrationStatus $context.integration.status $context.authorize.status "
                + "$context.authorizer.latency");
        gateway.Functions.Answer("""{"statusCode":418}""");

        await gateway.Client.GetAsync("/dev/items/1");

        Assert.Equal("200 200 418 - -", gateway.Logs.Of("access").Single());
    }

    [Fact]
    public async Task Failure_IsLoggedWithItsTypeAndMessage()
    {
        await using var gateway = await StartAsync(
            "$context.status $context.error.responseType $context.error.message $context.error.messageString $context.integrationLatency");

        await gateway.Client.GetAsync("/dev/nothing");

        Assert.Equal(
            """403 MISSING_AUTHENTICATION_TOKEN Missing Authentication Token "Missing Authentication Token" -""",
            gateway.Logs.Of("access").Single());
    }

    [Fact]
    public async Task Integration_IsLoggedWithItsOwnStatusAndError()
    {
        await using var gateway = await StartAsync("$context.integration.status $context.integration.error");
        gateway.Functions.Answer("""{"statusCode":404}""");
        await gateway.Client.GetAsync("/dev/items/1");
        gateway.Functions.Answer("malformed");
        await gateway.Client.GetAsync("/dev/items/1");

        Assert.Equal(
            ["404 -", "- Execution failed due to configuration error: Malformed Lambda proxy response"], gateway.Logs.Of("access"));
    }

    private static async Task<RunningApiGateway> StartAsync(string format)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items/{id}");
        gateway.Stage(new
        {
            AccessLogSetting = new { DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access", Format = format },
        });
        await gateway.StartAsync();
        return gateway;
    }
}
