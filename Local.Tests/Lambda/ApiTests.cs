using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using static Lexicon.Local.Tests.Lambda.ApiRequest;

namespace Lexicon.Local.Tests.Lambda;

public sealed class ApiTests
{
    [Fact]
    public async Task Invoke_AnswersPayloadVersionAndLog()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", """{"a":1}""", ("X-Amz-Log-Type", "Tail"));

        Assert.Equal(200, response.Status);
        Assert.Equal(1, (int)JsonNode.Parse(response.Body)!["event"]!["a"]!);
        Assert.Equal("$LATEST", response.Headers["X-Amz-Executed-Version"]);
        Assert.Equal("application/json", response.Headers.ContentType);
        Assert.False(response.Headers.ContainsKey("X-Amz-Function-Error"));
        var log = Encoding.UTF8.GetString(Convert.FromBase64String(response.Headers["X-Amz-Log-Result"]!));
        Assert.StartsWith($"START RequestId: {response.Headers["x-amzn-RequestId"]} Version: $LATEST\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_OfAFunctionThatFails_IsOkWithTheErrorInAHeader()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/echo/invocations", """{"do":"fail","type":"Domain.Error","message":"no"}""");

        Assert.Equal((200, "Unhandled"), (response.Status, response.Headers["X-Amz-Function-Error"].ToString()));
        Assert.Equal("""{"errorType":"Domain.Error","errorMessage":"no","stackTrace":[]}""", response.Body);
    }

    [Fact]
    public async Task Invoke_WithoutAPayload_HandsOverAnEmptyObject()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", "");

        Assert.Equal("{}", JsonNode.Parse(response.Body)!["event"]!.ToJsonString());
    }

    [Fact]
    public async Task Invoke_AsADryRun_IsNoContentAndRunsNothing()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/echo/invocations", "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal((204, ""), (response.Status, response.Body));
        Assert.Empty(lambda.Logs.Messages("/aws/lambda/echo"));
    }

    [Theory]
    [InlineData(
        "/2015-03-31/functions/none/invocations",
        "{}",
        404,
        "ResourceNotFoundException",
        """{"Type":"User","Message":"Function not found: arn:aws:lambda:us-east-1:123456789012:function:none:$LATEST"}""")]
    [InlineData(
        "/2015-03-31/functions/echo:9/invocations",
        "{}",
        404,
        "ResourceNotFoundException",
        """{"Type":"User","Message":"Function not found: arn:aws:lambda:us-east-1:123456789012:function:echo:9"}""")]
    [InlineData(
        "/2015-03-31/functions/full/invocations",
        "{}",
        429,
        "TooManyRequestsException",
        """{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}""")]
    public async Task Errors_HaveTheStatusNameAndBodyOfLambdas(string path, string payload, int status, string type, string body)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Function("full", "\"ReservedConcurrentExecutions\": 0");

        var response = await SendAsync(lambda, "POST", path, payload);

        Assert.Equal((status, type, body), (response.Status, response.Headers["x-amzn-ErrorType"].ToString(), response.Body));
    }

    [Theory]
    [InlineData("{", "Unexpected end-of-input")]
    [InlineData("hello", "Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or ")]
    [InlineData("{a:1}", "Unexpected character ('a' (code 97)): was expecting double-quote to start field name")]
    public async Task Invoke_WithWhatIsNoJson_IsInvalidRequestContent(string payload, string flaw)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", payload);

        Assert.Equal((400, "InvalidRequestContentException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
        Assert.StartsWith(
            $"Could not parse request body into json: Could not parse payload into json: {flaw}",
            (string?)JsonNode.Parse(response.Body)!["message"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_WithTooMuch_IsRequestEntityTooLarge()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", $"\"{new string('x', 6_291_455)}\"");

        Assert.Equal((413, "RequestEntityTooLargeException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
    }

    [Theory]
    [InlineData("X-Amz-Invocation-Type", "Later", "invocationType", "Event, RequestResponse, DryRun")]
    [InlineData("X-Amz-Invocation-Type", "event", "invocationType", "Event, RequestResponse, DryRun")]
    [InlineData("X-Amz-Log-Type", "tail", "logType", "None, Tail")]
    public async Task Invoke_WithAHeaderOutsideItsValues_IsAValidationException(string header, string value, string member, string values)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", "{}", (header, value));

        Assert.Equal((400, "ValidationException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
        Assert.Equal(
            $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must satisfy enum value set: "
                + $"[{values}]",
            (string?)JsonNode.Parse(response.Body)!["message"]);
    }

    [Theory]
    [InlineData("zzz!", 400)]
    [InlineData("hello", 400)]
    [InlineData("[1]", 400)]
    [InlineData("{", 400)]
    [InlineData("""{"custom":{"a":"b"}}""", 200)]
    public async Task Invoke_TakesAClientContextThatIsAJsonObjectAlone(string context, int status)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        var sent = context == "zzz!" ? context : Convert.ToBase64String(Encoding.UTF8.GetBytes(context));

        var response = await SendAsync(lambda, "POST", "/2015-03-31/functions/echo/invocations", "{}", ("X-Amz-Client-Context", sent));

        Assert.Equal(
            (status, status == 200 ? "" : "InvalidRequestContentException"),
            (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
    }

    [Fact]
    public async Task Path_IsThatOfTheApiToTheSlash()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        Assert.Equal(404, (await SendAsync(lambda, "GET", "/2015-03-31/functionsecho")).Status);
    }

    [Fact]
    public async Task Invoke_AsAnEvent_IsAcceptedAndRunsWithTheIdThatTheCallerGot()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/echo/invocations", """{"a":1}""", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal((202, ""), (response.Status, response.Body));
        var id = response.Headers["x-amzn-RequestId"].ToString();
        await lambda.Logs.WaitForAsync(
            "/aws/lambda/echo", line => line.StartsWith($"REPORT RequestId: {id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_AsAnEventThatIsTooLarge_IsRequestEntityTooLarge()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var payload = $"\"{new string('x', 1_048_575)}\"";

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/echo/invocations", payload, ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal(413, response.Status);
        Assert.Equal(
            """{"Type":"User","message":"1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)"}""",
            response.Body);
    }

    [Fact]
    public async Task Invoke_AsAnEventOfNoFunction_IsResourceNotFound()
    {
        await using var lambda = new RunningLambda();

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/none/invocations", "{}", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal((404, "ResourceNotFoundException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
    }

    [Fact]
    public async Task Invoke_WithoutPermission_IsAccessDenied()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        var context = Request("POST", "/2015-03-31/functions/echo/invocations", "{}");

        await lambda.Service.HandleAsync(context, new Caller("s3.amazonaws.com", ServicePrincipal: "s3.amazonaws.com"));

        var response = Read(context);
        Assert.Equal((403, "AccessDeniedException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
        Assert.Equal(
            $$"""{"Message":"User: s3.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: """
                + $$"""{{arn}}"}""", response.Body);
    }

    [Fact]
    public async Task GetFunction_AnswersItsConfiguration()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo", "\"MemorySize\": 512, \"ReservedConcurrentExecutions\": 2");

        var function = JsonNode.Parse((await SendAsync(lambda, "GET", "/2015-03-31/functions/echo")).Body)!;
        var list = JsonNode.Parse((await SendAsync(lambda, "GET", "/2015-03-31/functions/")).Body)!;

        Assert.Equal(arn, (string?)function["Configuration"]!["FunctionArn"]);
        Assert.Equal(512, (int)function["Configuration"]!["MemorySize"]!);
        Assert.Equal(20, (int)function["Configuration"]!["Timeout"]!);
        Assert.Equal(2, (int)function["Concurrency"]!["ReservedConcurrentExecutions"]!);
        Assert.Equal(["echo"], list["Functions"]!.AsArray().Select(item => (string)item!["FunctionName"]!));
    }

    [Fact]
    public async Task Invoke_AsADryRunOfNoFunction_IsResourceNotFound()
    {
        await using var lambda = new RunningLambda();

        var response = await SendAsync(
            lambda, "POST", "/2015-03-31/functions/none/invocations", "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal((404, "ResourceNotFoundException"), (response.Status, response.Headers["x-amzn-ErrorType"].ToString()));
    }

    [Fact]
    public async Task OtherOperations_AreRefusedByName()
    {
        await using var lambda = new RunningLambda();

        var response = await SendAsync(lambda, "DELETE", "/2015-03-31/functions/echo");

        Assert.Equal(404, response.Status);
        Assert.Contains("DELETE /2015-03-31/functions/echo", response.Body, StringComparison.Ordinal);
    }
}
