using System.Net;
using System.Net.Sockets;
using System.Text;
using Lexicon.Local.Hosting;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.RuntimeApi;
using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Tests.Lambda.RuntimeApi;

public sealed class RuntimeConnectionTests : IDisposable
{
    private static readonly FunctionVersion Version = new Function(new FunctionConfiguration
    {
        Name = "f",
        Code = new Asset("/f", IsFolder: true, "0123"),
        Handler = "f",
        Runtime = "provided.al2023",
        Role = RunningLambda.Role,
        Logging = new LoggingConfiguration("/aws/lambda/f", IsOwnGroup: true),
    }).Find(qualifier: null)!;

    private readonly RuntimeSession _session = new();
    private readonly RuntimeListener _listener;
    private readonly HttpClient _runtime = new();
    private readonly string _root;

    public RuntimeConnectionTests()
    {
        _listener = new RuntimeListener(OpenSandbox.ListenAnywhere(), _session);
        _root = $"http://{_listener.Address}/2018-06-01/runtime/";
    }

    [Fact]
    public async Task Conversation_OfTwoInvocations_TakesItsTurns()
    {
        var next = _runtime.GetAsync(_root + "invocation/next");
        Assert.True((await _session.Initialized).IsReady);
        var first = Dispatch("one");
        Assert.Equal("one", (await next).Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single());

        var accepted = await PostAsync("invocation/one/response", "\"answer\"");
        Assert.Equal((HttpStatusCode.Accepted, """{"status":"OK"}"""), accepted);
        Assert.Equal("\"answer\"", Encoding.UTF8.GetString((await first.Response)!.Payload.Span));
        Assert.False(first.Completed.IsCompleted);

        _ = _runtime.GetAsync(_root + "invocation/next");
        Assert.True(await first.Completed);
        var second = Dispatch("two");
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("invocation/two/error", "{}", "Domain.Error")).Status);
        Assert.Equal("Domain.Error", (await second.Response)!.ErrorType);
    }

    [Fact]
    public async Task Response_ToAnotherInvocation_IsInvalidRequestId()
    {
        await StartAsync("one");

        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"""),
            await PostAsync("invocation/two/response", "{}"));
    }

    [Fact]
    public async Task Response_ForTheSecondTime_IsAnInvalidStateTransition()
    {
        await StartAsync("one");
        await PostAsync("invocation/one/response", "{}");

        Assert.Equal(
            (HttpStatusCode.Forbidden, """{"errorMessage":"State transition is not allowed","errorType":"InvalidStateTransition"}"""),
            await PostAsync("invocation/one/response", "{}"));
    }

    [Fact]
    public async Task Response_InAnUnknownMode_IsRejected()
    {
        await StartAsync("one");
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + "invocation/one/response")
        {
            Content = new StringContent("{}"),
        };
        request.Headers.Add("Lambda-Runtime-Function-Response-Mode", "sideways");

        using var response = await _runtime.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Next_AfterAnInitError_IsAnInvalidStateTransition()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("init/error", """{"errorType":"X"}""", "Init.X")).Status);
        Assert.Equal("Init.X", (await _session.Initialized).Error!.ErrorType);

        using var next = await _runtime.GetAsync(_root + "invocation/next");
        Assert.Equal(HttpStatusCode.Forbidden, next.StatusCode);
    }

    [Fact]
    public async Task InitError_AfterTheInitPhase_IsAnInvalidStateTransition()
    {
        await StartAsync("one");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("init/error", "{}")).Status);
    }

    [Fact]
    public async Task Next_OfARuntimeThatLostItsConnection_GetsTheSameInvocationAgain()
    {
        await StartAsync("one");

        using var again = await _runtime.GetAsync(_root + "invocation/next");

        Assert.Equal("one", again.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single());
    }

    [Fact]
    public async Task Dispatch_ToARuntimeThatHasGone_IsRefused()
    {
        using (var gone = Connect())
        {
            await gone.SendAsync(Encoding.ASCII.GetBytes("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n\r\n"));
            await _session.Initialized;
        }

        Assert.True(SpinWait.SpinUntil(() => !_session.IsReady, TimeSpan.FromSeconds(10)));
        Assert.False(_session.TryDispatch(Invocation("one")));
    }

    [Fact]
    public async Task LargeBody_OfAClientThatExpectsContinue_IsAskedFor()
    {
        await StartAsync("one");
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + "invocation/one/response")
        {
            Content = new ByteArrayContent(new byte[2_000_000]),
        };
        request.Headers.ExpectContinue = true;

        using var response = await _runtime.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/2018-06-01/runtime/unknown", HttpStatusCode.NotFound)]
    [InlineData("POST", "/2018-06-01/runtime/invocation/next", HttpStatusCode.MethodNotAllowed)]
    public async Task UnknownCalls_AreNotFoundOrNotAllowed(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://{_listener.Address}{path}");

        using var response = await _runtime.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public void CallersText_CannotBeginAHeaderOfItsOwn()
    {
        var message = RuntimeMessages.Event(Invocation("one", parent: "2\r\nX: y", clientContext: "{\n}"));

        Assert.Contains(
            "Lambda-Runtime-Trace-Id: Root=1;Parent=2 X: y;Sampled=1\r\nLambda-Runtime-Client-Context: { }\r\n",
            Encoding.UTF8.GetString(message.Span),
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _runtime.Dispose();
        _listener.Dispose();
    }

    private static Invocation Invocation(string id, string parent = "2", string? clientContext = null) => new()
    {
        Version = Version,
        RequestId = id,
        Event = "{}"u8.ToArray(),
        InvokedArn = Version.Arn,
        Trace = new TraceHeader("1", parent, true),
        ClientContext = clientContext,
    };

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPEndPoint.Parse(_listener.Address));
        return socket;
    }

    private async Task StartAsync(string id)
    {
        var next = _runtime.GetAsync(_root + "invocation/next");
        await _session.Initialized;
        Dispatch(id);
        await next;
    }

    private Invocation Dispatch(string id)
    {
        var invocation = Invocation(id);
        Assert.True(SpinWait.SpinUntil(() => _session.TryDispatch(invocation), TimeSpan.FromSeconds(10)));
        return invocation;
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = new StringContent(body) };
        if (errorType is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await _runtime.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
