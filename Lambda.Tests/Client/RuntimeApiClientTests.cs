using System.Text;
using Amazon.Lambda.RuntimeSupport;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Client;

public sealed class RuntimeApiClientTests : IDisposable
{
    private readonly FakeRuntimeApi _api = new();
    private readonly TestFunction _function;

    public RuntimeApiClientTests() => _function = new(_api.Address);

    [Fact]
    public async Task Next_SendsExactlyTheseBytes()
    {
        var next = Task.Run(() => _function.Client.GetNextInvocationAsync());
        var request = await _api.ReceiveAsync();
        await _api.SendInvocationAsync("id-1", "{}");

        using var invocation = await next;
        Assert.Equal(
            $"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {_api.Address}\r\nUser-Agent: lexicon-lambda-runtime\r\n\r\n",
            request.Head);
    }

    [Fact]
    public async Task Next_GivesTheEventAndItsContext()
    {
        using var invocation = await NextAsync(RuntimeApiResponses.Invocation(
            "8476a536-e9f4-11e8-9739-2dfe598c3fcd", "{\"ключ\":\"значение\"}"));

        using var text = new StreamReader(invocation.InputStream);
        Assert.Equal("{\"ключ\":\"значение\"}", await text.ReadToEndAsync());
        var context = invocation.LambdaContext;
        Assert.Equal("8476a536-e9f4-11e8-9739-2dfe598c3fcd", context.AwsRequestId);
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:list", context.InvokedFunctionArn);
        Assert.Equal(TimeSpan.FromSeconds(3), context.RemainingTime);
        Assert.Equal(("list", "7", 256), (context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB));
        Assert.Equal(("/aws/lambda/list", "2023/11/14/[7]abc"), (context.LogGroupName, context.LogStreamName));
        var client = context.ClientContext;
        Assert.Equal([null, null, null], new object?[] { client.Client, client.Custom, client.Environment });
        Assert.Equal((null, null), (context.Identity.IdentityId, context.Identity.IdentityPoolId));
    }

    [Fact]
    public async Task Next_HandsTheTraceToXRay_AndTakesItBackWhenThereIsNone()
    {
        using var traced = await NextAsync(RuntimeApiResponses.Invocation("id-1", "{}"));
        using var untraced = await NextAsync("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id-2\r\nContent-Length: 2\r\n\r\n{}");

        Assert.Equal(["Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", null], _function.Traces);
    }

    [Fact]
    public async Task Next_WithWhatTheCallerSaidOfItself_ReadsIt()
    {
        using var invocation = await NextAsync(
            "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id-1\r\nContent-Length: 2\r\n"
            + "Lambda-Runtime-Client-Context: "
            + "{\"client\":{\"installation_id\":\"i\",\"app_title\":\"t\",\"app_version_name\":\"n\","
            + "\"app_version_code\":\"c\",\"app_package_name\":\"p\"},"
            + "\"custom\":{\"k\":\"v\"},\"env\":{\"locale\":\"de\"}}\r\n"
            + "Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"id\",\"cognitoIdentityPoolId\":\"pool\"}\r\n\r\n{}");

        var client = invocation.LambdaContext.ClientContext!;
        Assert.Equal(
            ("p", "t", "c", "n", "i"),
            (client.Client.AppPackageName, client.Client.AppTitle, client.Client.AppVersionCode, client.Client.AppVersionName,
                client.Client.InstallationId));
        Assert.Equal("v", client.Custom["k"]);
        Assert.Equal("de", client.Environment["locale"]);
        var identity = invocation.LambdaContext.Identity!;
        Assert.Equal(("id", "pool"), (identity.IdentityId, identity.IdentityPoolId));
    }

    [Theory]
    [InlineData(403, "Forbidden")]
    [InlineData(500, "InternalServerError")]
    public async Task Next_Refused_SaysWithWhat(int status, string errorType)
    {
        var refusal = await Assert.ThrowsAsync<RuntimeApiClientException>(() => NextAsync(RuntimeApiResponses.Refusal(status, errorType)));

        Assert.Equal(status, refusal.StatusCode);
        Assert.Equal($"{{\"errorMessage\":\"refused\",\"errorType\":\"{errorType}\"}}", refusal.Response);
    }

    [Fact]
    public async Task Next_WithoutARequestId_IsNoInvocation() =>
        await Assert.ThrowsAsync<RuntimeApiClientException>(() => NextAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));

    [Fact]
    public async Task Next_LosingTheConnectionInTheMiddleOfAnEvent_GetsItWhole()
    {
        var next = Task.Run(() => _function.Client.GetNextInvocationAsync());
        await _api.ReceiveAsync();
        await _api.SendAsync(RuntimeApiResponses.Invocation("id-1", "{\"a\":1}")[..^3]);
        _api.Drop();
        await _api.ReceiveAsync();
        await _api.SendInvocationAsync("id-1", "{\"a\":1}");

        using var invocation = await next;
        using var text = new StreamReader(invocation.InputStream);
        Assert.Equal("{\"a\":1}", await text.ReadToEndAsync());
    }

    [Fact]
    public async Task Response_SendsExactlyTheseBytes_FromThePositionOn()
    {
        using var answer = new MemoryStream(
            "skipped{\"statusCode\":200}"u8.ToArray(), 0, 25, false, publiclyVisible: true)
        { Position = 7 };

        var request = await PostAsync(client => client.SendResponseAsync("id-1", answer));

        Assert.Equal(
            $"POST /2018-06-01/runtime/invocation/id-1/response HTTP/1.1\r\nHost: {_api.Address}\r\nUser-Agent: lexicon-lambda-runtime\r\n"
            + "Content-Type: application/json\r\nContent-Length: 18\r\n\r\n",
            request.Head);
        Assert.Equal("{\"statusCode\":200}", request.Body);
    }

    [Fact]
    public async Task Response_WithoutAStream_IsEmpty()
    {
        var request = await PostAsync(client => client.SendResponseAsync("id-1", null));

        Assert.Equal("0", request.Header("Content-Length"));
        Assert.Empty(request.Bytes);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(6 * 1024 * 1024)]
    public async Task Response_OfAnySizeAndAnyStream_ArrivesWhole(int size)
    {
        var bytes = new byte[size];
        new Random(17).NextBytes(bytes);
        using var hidden = new MemoryStream(bytes, writable: false);
        using var pieces = new PiecewiseStream(bytes, [7, 4096]);

        Assert.Equal(bytes, (await PostAsync(client => client.SendResponseAsync("id-1", hidden))).Bytes);
        Assert.Equal(bytes, (await PostAsync(client => client.SendResponseAsync("id-2", pieces))).Bytes);
    }

    [Fact]
    public async Task Response_SentAgainAndRefusedBecauseTheFirstWasTaken_IsNoError()
    {
        var post = Task.Run(() => _function.Client.SendResponseAsync("id-1", null));
        await _api.ReceiveAsync();
        _api.Drop();
        await _api.ReceiveAsync();
        await _api.SendAsync(RuntimeApiResponses.Refusal(400, "InvalidRequestID"));

        await post;
    }

    [Fact]
    public async Task Response_Refused_SaysWithWhat()
    {
        var post = Task.Run(() => _function.Client.SendResponseAsync("id-1", null));
        await _api.ReceiveAsync();
        await _api.SendAsync(RuntimeApiResponses.Refusal(413, "RequestEntityTooLarge"));

        Assert.Equal(413, (await Assert.ThrowsAsync<RuntimeApiClientException>(() => post)).StatusCode);
    }

    [Fact]
    public async Task InvocationError_SendsTypeMessageStackAndCause()
    {
        var exception = Caught(() => throw new InvalidOperationException("outer \"quoted\"", new FormatException("inner")));

        var request = await PostAsync(client => client.ReportInvocationErrorAsync("id-1", exception));

        Assert.Equal("POST /2018-06-01/runtime/invocation/id-1/error HTTP/1.1", request.RequestLine);
        Assert.Equal("application/vnd.aws.lambda.error+json", request.Header("Content-Type"));
        Assert.Equal("InvalidOperationException", request.Header("Lambda-Runtime-Function-Error-Type"));
        var error = System.Text.Json.JsonDocument.Parse(request.Bytes).RootElement;
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("outer \"quoted\"", error.GetProperty("errorMessage").GetString());
        Assert.Contains(
            nameof(InvocationError_SendsTypeMessageStackAndCause),
            error.GetProperty("stackTrace")[0].GetString(),
            StringComparison.Ordinal);
        Assert.Equal(
            "{\"errorType\":\"FormatException\",\"errorMessage\":\"inner\",\"stackTrace\":[]}", error.GetProperty("cause").GetRawText());
    }

    [Fact]
    public async Task InvocationError_OfAnAggregate_SendsEachCause()
    {
        var exception = new AggregateException("all", new FormatException("one"), new TimeoutException("two"));

        var request = await PostAsync(client => client.ReportInvocationErrorAsync("id-1", exception));

        Assert.Equal(
            """{"errorType":"AggregateException","errorMessage":"all (one) (two)","stackTrace":[],"causes":["""
            + """{"errorType":"FormatException","errorMessage":"one","stackTrace":[]},"""
            + """{"errorType":"TimeoutException","errorMessage":"two","stackTrace":[]}]}""",
            request.Body);
    }

    [Fact]
    public async Task InitializationError_OfAnException_SendsIt()
    {
        var request = await PostAsync(client => client.ReportInitializationErrorAsync(new FormatException("no table")));

        Assert.Equal(
            $"POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: {_api.Address}\r\nUser-Agent: lexicon-lambda-runtime\r\n"
            + "Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: FormatException\r\n"
            + "Content-Length: 73\r\n\r\n",
            request.Head);
        Assert.Equal("{\"errorType\":\"FormatException\",\"errorMessage\":\"no table\",\"stackTrace\":[]}", request.Body);
    }

    [Fact]
    public async Task InitializationError_OfATypeAlone_HasNoBody()
    {
        var request = await PostAsync(client => client.ReportInitializationErrorAsync("Runtime.NoSuchHandler"));

        Assert.Equal("Runtime.NoSuchHandler", request.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Empty(request.Bytes);
    }

    public void Dispose()
    {
        _function.Dispose();
        _api.Dispose();
    }

    private static Exception Caught(Action action) => Record.Exception(action)!;

    private async Task<InvocationRequest> NextAsync(string answer)
    {
        var next = Task.Run(() => _function.Client.GetNextInvocationAsync());
        await _api.ReceiveAsync();
        await _api.SendAsync(Encoding.UTF8.GetBytes(answer));
        return await next;
    }

    private async Task<RuntimeRequest> PostAsync(Func<RuntimeApiClient, Task> post)
    {
        var posting = Task.Run(() => post(_function.Client));
        var request = await _api.ReceiveAsync();
        await _api.SendAsync(RuntimeApiResponses.Accepted);
        await posting;
        return request;
    }
}
