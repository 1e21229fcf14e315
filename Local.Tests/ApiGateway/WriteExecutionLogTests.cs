using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html.</summary>
public sealed class WriteExecutionLogTests
{
    [Fact]
    public async Task Error_LogsWhatFailedAndNothingElse()
    {
        await using var gateway = await StartAsync("ERROR");
        gateway.Functions.Answer("malformed");
        var failed = await gateway.Client.GetAsync("/dev/items");
        gateway.Functions.Answer("""{"statusCode":200}""");
        await gateway.Client.GetAsync("/dev/items");
        await gateway.Client.GetAsync("/dev/nothing");

        var id = Header(failed, "x-amzn-RequestId");
        Assert.Equal(
            [
                $"({id}) Execution failed due to configuration error: Malformed Lambda proxy response",
                $"({id}) Method completed with status: 502",
            ],
            Log(gateway));
    }

    [Theory]
    [InlineData("AccessDeniedException", 403, "Execution failed due to configuration error: Invalid permissions on Lambda function")]
    [InlineData("TooManyRequestsException", 429, "Lambda invocation failed with status: 429. TooManyRequestsException")]
    public async Task Error_SaysWhyLambdaRefused(string type, int status, string cause)
    {
        await using var gateway = await StartAsync("ERROR");
        gateway.Functions.Refuse(type, status);

        await gateway.Client.GetAsync("/dev/items");

        Assert.EndsWith(cause, Log(gateway)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_SaysThatTheFunctionFailed()
    {
        await using var gateway = await StartAsync("ERROR");
        gateway.Functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("""{"errorType":"E"}""", "Unhandled"));

        await gateway.Client.GetAsync("/dev/items");

        Assert.EndsWith(
            """Lambda execution failed with status 200 due to customer function error: {"errorType":"E"}. Lambda request id: """
                + """invocation-1""",
            Log(gateway)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Info_LogsEveryRequest()
    {
        await using var gateway = await StartAsync("INFO");

        var response = await gateway.Client.GetAsync("/dev/items");

        var id = Header(response, "x-amzn-RequestId");
        Assert.Equal(
            [
                $"({id}) Extended Request Id: {Header(response, "x-amz-apigw-id")}",
                $"({id}) Starting execution for request: {id}",
                $"({id}) HTTP Method: GET, Resource Path: /items",
                $"({id}) Successfully completed execution",
                $"({id}) Method completed with status: 200",
            ],
            Log(gateway));
    }

    [Fact]
    public async Task Off_ForOneMethod_ComesBeforeTheLevelForAll()
    {
        await using var gateway = await StartAsync("INFO", new { HttpMethod = "GET", ResourcePath = "/~1items", LoggingLevel = "OFF" });

        await gateway.Client.GetAsync("/dev/items");

        Assert.Empty(Log(gateway));
    }

    private static IReadOnlyList<string> Log(RunningApiGateway gateway) =>
        gateway.Logs.Of($"API-Gateway-Execution-Logs_{gateway.ApiId}/dev");

    private static async Task<RunningApiGateway> StartAsync(string level, params object[] more)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new
        {
            MethodSettings = (object[])[new
            {
                HttpMethod = "*",
                ResourcePath = "/*",
                LoggingLevel = level,
                DataTraceEnabled = false,
            }, .. more],
        });
        await gateway.StartAsync();
        return gateway;
    }
}
