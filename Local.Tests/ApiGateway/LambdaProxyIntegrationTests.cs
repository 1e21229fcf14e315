using Lexicon.Local.Lambda;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class LambdaProxyIntegrationTests
{
    private const string InternalServerError = """{"message": "Internal server error"}""";

    [Fact]
    public async Task Function_IsInvokedByApiGateway_ForTheMethodsArn()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("ANY", "/items/{id}");

        await gateway.Client.PutAsync("/dev/items/42", null);

        var (function, invocation) = gateway.Functions.Invocations.Single();
        Assert.Equal(RunningApiGateway.FunctionArn, function);
        Assert.Equal("apigateway.amazonaws.com", invocation.ServicePrincipal);
        Assert.Equal(
            $"arn:aws:execute-api:us-east-1:123456789012:{gateway.ApiId}/dev/PUT/items/{{id}}", invocation.SourceArn);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$", invocation.TraceHeader);
    }

    [Fact]
    public async Task ParametersAndContentHandling_OfAProxy_ChangeNothingInTheEvent()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Integration("GET", "/items", new
        {
            Type = "AWS_PROXY",
            IntegrationHttpMethod = "POST",
            Uri = RunningApiGateway.InvocationUri(),
            ContentHandling = "CONVERT_TO_TEXT",
            RequestParameters = new Dictionary<string, string>
            {
                ["integration.request.header.x-sent"] = "'mapped'",
                ["integration.request.querystring.page"] = "method.request.header.x-sent",
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/items?page=1") { Headers = { { "x-sent", "sent" } } };

        await gateway.Client.SendAsync(request);

        Assert.Equal("sent", (string?)gateway.Functions.Event["headers"]!["x-sent"]);
        Assert.Equal("1", (string?)gateway.Functions.Event["queryStringParameters"]!["page"]);
    }

    [Fact]
    public async Task FailedFunction_IsABadGateway()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("""{"statusCode":200}""", "Unhandled"));

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 502, "InternalServerErrorException", InternalServerError);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ResourceNotFoundException", 404)]
    [InlineData("ServiceException", 500)]
    public async Task RefusalOfLambda_IsAnInternalServerError(string errorType, int statusCode)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Refuse(errorType, statusCode);

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 500, "InternalServerErrorException", InternalServerError);
    }

    [Fact]
    public async Task EventBeyondLambdasLimit_IsTooLong()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Refuse("RequestTooLargeException", 413);

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 413, "BadRequestException", """{"message": "Request Too Long"}""");
    }

    [Theory]
    [InlineData(null, 29_000)]
    [InlineData(50, 50)]
    public async Task FunctionThatTakesLongerThanTheTimeout_TimesOut(int? timeout, int expected)
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items", timeout is null ? null : new
        {
            Integration = new
            {
                Type = "AWS_PROXY",
                IntegrationHttpMethod = "POST",
                Uri = RunningApiGateway.InvocationUri(),
                TimeoutInMillis = timeout,
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        var invoked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<InvokeResponse>();
        gateway.Functions.Handler = (_, cancellation) =>
        {
            invoked.SetResult();
            return answer.Task.WaitAsync(cancellation);
        };

        var pending = gateway.Client.GetAsync("/dev/items");
        await invoked.Task;
        gateway.Clock.Advance(TimeSpan.FromMilliseconds(expected - 1));
        Assert.False(pending.IsCompleted);
        gateway.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await FailureAsync(
            await pending, 504, "InternalServerErrorException", """{"message": "Endpoint request timed out"}""");
    }

    [Fact]
    public async Task StageVariables_AreInTheUriAndInTheEvent()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        var uri = RunningApiGateway.InvocationUri(RunningApiGateway.FunctionArn + ":${stageVariables.alias}");
        gateway.Method("GET", "/items", new
        {
            Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = uri },
        });
        gateway.Stage(new { Variables = new { alias = "live" } });
        await gateway.StartAsync();

        await gateway.Client.GetAsync("/dev/items");

        Assert.Equal(RunningApiGateway.FunctionArn + ":live", gateway.Functions.Invocations.Single().FunctionArn);
        Assert.Equal("""{"alias":"live"}""", gateway.Functions.Event["stageVariables"]!.ToJsonString());
    }

    [Theory]
    [InlineData(false, "", "0")]
    [InlineData(true, "", "1")]
    [InlineData(true, ";Sampled=0", "0")]
    [InlineData(false, ";Sampled=1", "1")]
    public async Task Trace_KeepsTheClientsRoot_AndIsSampledAsTheClientOrTheStageSays(bool tracing, string decision, string sampled)
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new { TracingEnabled = tracing });
        await gateway.StartAsync();
        const string Root = "Root=1-01234567-0123456789abcdef01234567";

        await gateway.Client.SendAsync(new(HttpMethod.Get, "/dev/items") { Headers = { { "x-amzn-trace-id", Root + decision } } });

        Assert.Equal(Root + decision, (string?)gateway.Functions.Event["headers"]!["X-Amzn-Trace-Id"]);
        Assert.Matches($"^{Root};Parent=[0-9a-f]{{16}};Sampled={sampled}$", gateway.Functions.Invocations.Single().Invocation.TraceHeader);
    }

    [Theory]
    [InlineData("Root=1-01234567-0123456789abcdef01234567;Parent=7fa8c0f79203be72;Sampled=1", "^{0}$")]
    [InlineData("Root=1-01234567-0123456789abcdef01234567;Parent=7fa8c0f79203be72;Sampled=0", "^{0}$")]
    [InlineData("Root=1-01234567-0123456789abcdef01234567;Parent=7fa8c0f79203be72", "^{0};Sampled=1$")]
    [InlineData("Root=1-01234567-0123456789abcdef01234567", "^{0};Parent=[0-9a-f]{16};Sampled=0$")]
    [InlineData("Parent=7fa8c0f79203be72", "^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=(?!7fa8c0f79203be72)[0-9a-f]{16};Sampled=0$")]
    [InlineData(
        "Root=1-01234567-0123456789abcdef01234567;Parent=7;Sampled=1",
        "^Root=1-01234567-0123456789abcdef01234567;Parent=[0-9a-f]{16};Sampled=1$")]
    public async Task Trace_GoesOnFromTheClientsParent_AndTheAnswerAddsItsLineage(string sent, string expected)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        var response = await gateway.Client.SendAsync(new(HttpMethod.Get, "/dev/items") { Headers = { { "X-Amzn-Trace-Id", sent } } });

        var trace = gateway.Functions.Invocations.Single().Invocation.TraceHeader!;
        Assert.Matches(expected.Replace("{0}", sent, StringComparison.Ordinal), trace);
        Assert.Matches($"^{trace};Lineage=1:[0-9a-f]{{8}}:0$", Header(response, "X-Amzn-Trace-Id"));
    }

    [Fact]
    public async Task Trace_OfAStageThatTraces_HasASegmentOfApiGatewayInBetween()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new { TracingEnabled = true });
        await gateway.StartAsync();

        await gateway.Client.SendAsync(new(HttpMethod.Get, "/dev/items")
        {
            Headers = { { "X-Amzn-Trace-Id", "Root=1-01234567-0123456789abcdef01234567;Parent=7fa8c0f79203be72;Sampled=1" } },
        });

        Assert.Matches(
            "^Root=1-01234567-0123456789abcdef01234567;Parent=(?!7fa8c0f79203be72)[0-9a-f]{16};Sampled=1$",
            gateway.Functions.Invocations.Single().Invocation.TraceHeader);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("arn:aws:iam::123456789012:role/calls", "arn:aws:iam::123456789012:role/calls")]
    [InlineData("arn:aws:iam::123456789012:role/${stageVariables.role}", "arn:aws:iam::123456789012:role/of-the-stage")]
    public async Task Credentials_AreTheRoleThatCalls(string? credentials, string? role)
    {
        await using var gateway = await WithCredentialsAsync(credentials);

        Assert.Equal(200, (int)(await gateway.Client.GetAsync("/dev/items")).StatusCode);
        Assert.Equal(role, gateway.Functions.Invocations.Single().Invocation.RoleArn);
    }

    [Fact]
    public async Task CredentialsThatMayNotCall_AreAnInternalServerError()
    {
        await using var gateway = await WithCredentialsAsync("arn:aws:iam::123456789012:role/calls");
        gateway.Functions.Refuse("AccessDeniedException", 403);

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 500, "InternalServerErrorException", InternalServerError);
    }

    private static async Task<RunningApiGateway> WithCredentialsAsync(string? credentials)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items", new
        {
            Integration = new
            {
                Type = "AWS_PROXY",
                IntegrationHttpMethod = "POST",
                Uri = RunningApiGateway.InvocationUri(),
                Credentials = credentials,
            },
        });
        gateway.Stage(new { Variables = new { role = "of-the-stage" } });
        await gateway.StartAsync();
        return gateway;
    }
}
