using System.Text;
using Lexicon.Local.Lambda;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html.</summary>
public sealed class LambdaIntegrationTests
{
    private const string Error = """{"message": "Internal server error"}""";

    [Fact]
    public async Task Template_MakesTheEvent_AndTheResultIsTheResponse()
    {
        await using var gateway = await StartAsync("""{"who": "$input.params('id')", "body": $input.json('$.a')}""");
        gateway.Functions.Answer("""{"result": [1, 2]}""");

        var response = await PostAsync(gateway, """{"a": {"b": 1}}""");

        Assert.Equal("""{"who":"7","body":{"b":1}}""", gateway.Functions.Event.ToJsonString());
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("""{"result": [1, 2]}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", Header(response, "Content-Type"));
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};", Header(response, "X-Amzn-Trace-Id"));
        Ids(response);
    }

    [Theory]
    [InlineData("""{"errorMessage": "[404] none", "errorType": "E"}""", 404, "none: E")]
    [InlineData("""{"errorMessage": "other", "errorType": "E"}""", 200, """{"errorMessage": "other", "errorType": "E"}""")]
    [InlineData("""{"errorMessage": "two\nlines[404]"}""", 200, """{"errorMessage": "two\nlines[404]"}""")]
    public async Task FailedFunction_IsSelectedByItsErrorMessage_AsAWhole(string payload, int status, string body)
    {
        await using var gateway = await StartAsync();
        gateway.Functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload(payload, "Unhandled"));

        var response = await PostAsync(gateway);

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task SuccessfulFunction_IsNotSelectedByWhatItReturns()
    {
        await using var gateway = await StartAsync();
        gateway.Functions.Answer("""{"errorMessage": "[404] none"}""");

        Assert.Equal(200, (int)(await PostAsync(gateway)).StatusCode);
    }

    [Theory]
    [InlineData("plain", "Unrecognized token 'plain': was expecting "
        + "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 6)]
    [InlineData("[1, no]", "Unrecognized token 'no': was expecting "
        + "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 7)]
    [InlineData("{x: 1}", "Unexpected character ('x' (code 120)): was expecting double-quote to start field name", 3)]
    [InlineData("[1,]", "Unexpected character (']' (code 93)): expected a valid value "
        + "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 5)]
    [InlineData("[1 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 5)]
    public async Task EventThatIsNotJson_IsABadRequest_InTheWordsOfLambda(string body, string flaw, int column)
    {
        await using var gateway = await StartAsync("$input.body");

        await FailureAsync(
            await PostAsync(gateway, body),
            400,
            "BadRequestException",
            $$"""{"message": "Could not parse request body into json: Could not parse payload into json: {{flaw}}\n"""
            + $$""" at [Source: (byte[])\"{{body}}\"; line: 1, column: {{column}}]"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task WithoutATemplate_TheBodyIsTheEvent_AndNoneIsAnEmptyOne()
    {
        await using var gateway = await StartAsync(null);

        await PostAsync(gateway, """{"a":1}""");
        await gateway.Client.PostAsync("/dev/items/7", null);

        Assert.Equal(["""{"a":1}""", "{}"], gateway.Functions.Events.Select(one => one.ToJsonString()));
    }

    [Fact]
    public async Task InvocationTypeEvent_IsNotWaitedFor()
    {
        await using var gateway = await StartAsync(parameters: new() { ["integration.request.header.X-Amz-Invocation-Type"] = "'Event'" });
        gateway.Functions.Handler = (_, _) => Task.FromResult(new InvokeResponse { RequestId = "1", StatusCode = 202 });

        var response = await PostAsync(gateway);

        Assert.Equal(InvocationType.Event, gateway.Functions.Invocations.Single().Invocation.InvocationType);
        Assert.Equal((200, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task FunctionThatMayNotBeInvoked_IsAnInternalError()
    {
        await using var gateway = await StartAsync();
        gateway.Functions.Refuse("AccessDeniedException", 403);

        await FailureAsync(await PostAsync(gateway), 500, "InternalServerErrorException", Error);
    }

    [Fact]
    public async Task FunctionThatIsTooSlow_IsATimeout()
    {
        await using var gateway = await StartAsync();
        gateway.Functions.Handler = async (_, cancellation) =>
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        };

        await FailureAsync(await PostAsync(gateway), 504, "InternalServerErrorException", """{"message": "Endpoint request timed out"}""");
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApiGateway gateway, string body = "{}") =>
        gateway.Client.PostAsync("/dev/items/7", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<RunningApiGateway> StartAsync(string? template = "{}", Dictionary<string, string>? parameters = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Integration("POST", "/items/{id}", new
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = RunningApiGateway.InvocationUri(),
            RequestParameters = parameters ?? [],
            RequestTemplates = template is null ? [] : new Dictionary<string, string> { ["application/json"] = template },
            IntegrationResponses = new object[]
            {
                new { StatusCode = "200" },
                new
                {
                    StatusCode = "404",
                    SelectionPattern = @".*\[404\].*",
                    ResponseTemplates = new Dictionary<string, string> { ["application/json"] = "none: $input.path('$.errorType')" },
                },
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }
}
