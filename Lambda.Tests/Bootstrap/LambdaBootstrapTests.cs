using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Lexicon.Lambda.Tests.Events;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Bootstrap;

public sealed class LambdaBootstrapTests : IDisposable
{
    private readonly FakeRuntimeApi _api = new();
    private readonly TestFunction _function;
    private readonly CancellationTokenSource _cancelled = new();

    public LambdaBootstrapTests() => _function = new(_api.Address);

    [Fact]
    public async Task Run_AnswersOneInvocationAfterTheOther_OverOneConnection_UntilCancelled()
    {
        var run = Run(Echo);

        Assert.Equal("\"one\"", (await InvokeAsync("id-1", "\"one\"")).Body);
        var second = await InvokeAsync("id-2", "\"two\"");
        Assert.Equal("POST /2018-06-01/runtime/invocation/id-2/response HTTP/1.1", second.RequestLine);
        Assert.Equal("\"two\"", second.Body);

        await _api.ReceiveAsync();
        await _cancelled.CancelAsync();
        await run;
        Assert.Equal(1, _api.Connections);
    }

    [Fact]
    public async Task Run_WhenTheHandlerThrows_ReportsLogsAndGoesOn()
    {
        var run = Run(invocation => invocation.LambdaContext.AwsRequestId == "id-1"
            ? throw new InvalidOperationException("not this one")
            : Echo(invocation));

        var error = await InvokeAsync("id-1", "{}");
        Assert.Equal("POST /2018-06-01/runtime/invocation/id-1/error HTTP/1.1", error.RequestLine);
        Assert.Equal("InvalidOperationException", error.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.StartsWith(
            "2023-11-14T22:13:20.000Z\tid-1\tfail\tSystem.InvalidOperationException: not this "
                + "one\n", _function.Log, StringComparison.Ordinal);
        Assert.Equal("{\"next\":true}", (await InvokeAsync("id-2", "{\"next\":true}")).Body);

        await StopAsync(run);
    }

    [Fact]
    public async Task Run_WhenTheHandlerFailsAsynchronously_ReportsToo()
    {
        var run = Run(async _ =>
        {
            await Task.Yield();
            throw new FormatException("later");
        });

        Assert.Equal("FormatException", (await InvokeAsync("id-1", "{}")).Header("Lambda-Runtime-Function-Error-Type"));

        await StopAsync(run);
    }

    [Fact]
    public async Task Run_WhenTheHandlerIsCancelledByItself_FailsThatInvocationOnly()
    {
        var run = Run(_ => throw new OperationCanceledException("a deadline of the handler's own"));

        Assert.Equal("OperationCanceledException", (await InvokeAsync("id-1", "{}")).Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("OperationCanceledException", (await InvokeAsync("id-2", "{}")).Header("Lambda-Runtime-Function-Error-Type"));

        await StopAsync(run);
    }

    [Fact]
    public async Task Run_WhenTheAnswerIsTooLarge_LogsWhatLambdaSaysAndGoesOn()
    {
        var run = Run(Echo);

        await _api.InvokeAsync("id-1", "{}");
        await _api.SendAsync(RuntimeApiResponses.Refusal(413, "RequestEntityTooLarge"));
        await InvokeAsync("id-2", "{}");

        Assert.Equal(
            "2023-11-14T22:13:20.000Z\tid-1\tfail\tThe Runtime API answered response with 413: "
            + "{\"errorMessage\":\"refused\",\"errorType\":\"RequestEntityTooLarge\"}\n",
            _function.Log);
        await StopAsync(run);
    }

    [Fact]
    public async Task Run_WhenTheRuntimeApiIsBroken_EndsWithAnError()
    {
        var run = Run(Echo);

        await _api.InvokeAsync("id-1", "{}");
        await _api.SendAsync(RuntimeApiResponses.Refusal(500, "InternalServerError"));

        Assert.Equal(500, (await Assert.ThrowsAsync<RuntimeApiClientException>(() => run)).StatusCode);
    }

    [Fact]
    public async Task Run_InitializesOnceBeforeTheFirstInvocation()
    {
        var order = new List<string>();
        var run = Run(
            invocation =>
            {
                order.Add(invocation.LambdaContext.AwsRequestId);
                return Echo(invocation);
            },
            () =>
            {
                order.Add("init");
                return Task.FromResult(true);
            });

        await InvokeAsync("id-1", "{}");
        await InvokeAsync("id-2", "{}");

        await StopAsync(run);
        Assert.Equal(["init", "id-1", "id-2"], order);
    }

    [Fact]
    public async Task Run_WhenTheInitializerThrows_ReportsItAndEndsWithIt()
    {
        var run = Run(Echo, () => throw new InvalidOperationException("no TABLE_NAME"));

        var report = await _api.ReceiveAsync();
        await _api.SendAsync(RuntimeApiResponses.Accepted);

        Assert.Equal("POST /2018-06-01/runtime/init/error HTTP/1.1", report.RequestLine);
        Assert.StartsWith(
            "{\"errorType\":\"InvalidOperationException\",\"errorMessage\":\"no TABLE_NAME\"", report.Body, StringComparison.Ordinal);
        Assert.Equal("no TABLE_NAME", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
    }

    [Fact]
    public async Task Run_WhenTheInitializerSaysNo_EndsWithoutAnInvocation()
    {
        await Run(Echo, () => Task.FromResult(false));

        Assert.Equal(0, _api.Connections);
    }

    [Fact]
    public async Task Run_DisposesAnswersThatAreItsOwn_AndKeepsTheOthers()
    {
        using var kept = new MemoryStream("kept"u8.ToArray(), 0, 4, true, true);
        using var given = new MemoryStream("given"u8.ToArray(), 0, 5, true, true);
        var run = Run(invocation => Task.FromResult(invocation.LambdaContext.AwsRequestId == "id-1"
            ? new InvocationResponse(kept, false)
            : new InvocationResponse(given)));

        Assert.Equal("kept", (await InvokeAsync("id-1", "{}")).Body);
        Assert.Equal("given", (await InvokeAsync("id-2", "{}")).Body);
        await StopAsync(run);

        Assert.True(kept.CanRead);
        Assert.False(given.CanRead);
    }

    [Fact]
    public async Task Run_WhenTheHandlerReturnsNoStream_FailsTheInvocation()
    {
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Func<Stream>)(() => null!));
        var run = Run(wrapper.Handler);

        var error = await InvokeAsync("id-1", "{}");

        Assert.Equal("POST /2018-06-01/runtime/invocation/id-1/error HTTP/1.1", error.RequestLine);
        Assert.Equal("ArgumentNullException", error.Header("Lambda-Runtime-Function-Error-Type"));
        await StopAsync(run);
    }

    [Fact]
    public async Task Run_OfAHandlerThatReturnsNothing_AnswersWithNothing()
    {
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Action)(() => { }));
        var run = Run(wrapper.Handler);

        Assert.Equal("", (await InvokeAsync("id-1", "{}")).Body);

        await StopAsync(run);
    }

    [Fact]
    public async Task Run_OfAHandlerWithASerializer_GivesItToTheHandler()
    {
        var seen = new List<ILambdaSerializer?>();
        using var wrapper = HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named _, ILambdaContext context) => seen.Add(context.Serializer), TestJson.Serializer);
        var run = new LambdaBootstrap(wrapper, _function.Client).RunAsync(_cancelled.Token);

        await InvokeAsync("id-1", "{}");

        await StopAsync(run);
        Assert.Equal([TestJson.Serializer], seen);
    }

    [Fact]
    public async Task Options_WithoutABuilder_SayWhereTheRuntimeApiIs()
    {
        using var bootstrap = new LambdaBootstrap(Echo, new LambdaBootstrapOptions { RuntimeApiEndpoint = _api.Address });
        var run = bootstrap.RunAsync(_cancelled.Token);

        Assert.Equal("{}", (await InvokeAsync("id-1", "{}")).Body);

        await StopAsync(run);
    }

    [Fact]
    public async Task Builder_FromTheEnvironmentOnwards_RunsAHandler()
    {
        using var bootstrap = LambdaBootstrapBuilder
            .Create((Func<Stream, Stream>)(input => input))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = _api.Address)
            .UseBootstrapHandler(() => Task.FromResult(true))
            .Build();
        var run = bootstrap.RunAsync(_cancelled.Token);

        Assert.Equal("{\"a\":1}", (await InvokeAsync("id-1", "{\"a\":1}")).Body);

        await StopAsync(run);
    }

    public void Dispose()
    {
        _cancelled.Dispose();
        _function.Dispose();
        _api.Dispose();
    }

    private static Task<InvocationResponse> Echo(InvocationRequest invocation)
    {
        using var reader = new StreamReader(invocation.InputStream);
        return Task.FromResult(new InvocationResponse(new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()))));
    }

    private Task Run(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null) =>
        new LambdaBootstrap(handler, _function.Client, initializer).RunAsync(_cancelled.Token);

    private async Task<RuntimeRequest> InvokeAsync(string requestId, string body)
    {
        var answer = await _api.InvokeAsync(requestId, body);
        await _api.SendAsync(RuntimeApiResponses.Accepted);
        return answer;
    }

    private async Task StopAsync(Task run)
    {
        await _cancelled.CancelAsync();
        await run;
    }
}
