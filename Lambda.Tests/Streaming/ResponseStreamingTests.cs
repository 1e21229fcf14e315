using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core.ResponseStreaming;
using Amazon.Lambda.RuntimeSupport;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Streaming;

public sealed class ResponseStreamingTests : IDisposable
{
    private const string Trailers = "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n";

    private readonly FakeRuntimeApi _api = new();
    private readonly TestFunction _function;

    public ResponseStreamingTests() => _function = new(_api.Address);

    [Fact]
    public async Task Stream_SendsExactlyTheseBytes()
    {
        var answer = await InvokeAsync(async () =>
        {
            var stream = LambdaResponseStreamFactory.CreateStream();
            await stream.WriteAsync("first"u8.ToArray());
            await stream.WriteAsync(Encoding.UTF8.GetBytes("zwölf bytes"));
        });

        Assert.Equal(
            "POST /2018-06-01/runtime/invocation/id-1/response HTTP/1.1\r\n"
            + $"Host: {_api.Address}\r\nUser-Agent: lexicon-lambda-runtime\r\nContent-Type: "
            + "application/vnd.awslambda.http-integration-response\r\n"
            + $"Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n{Trailers}\r\n",
            answer.Head);
        Assert.Equal("5\r\nfirst\r\nc\r\nzwölf bytes\r\n0\r\n\r\n", answer.Body);
    }

    [Fact]
    public async Task HttpStream_BeginsWithStatusAndHeaders_ThenEightZeros()
    {
        var prelude = new HttpResponseStreamPrelude
        {
            StatusCode = HttpStatusCode.Created,
            Headers = { ["Content-Type"] = "text/plain" },
            MultiValueHeaders = { ["X-Two"] = ["a", "b"] },
            Cookies = { "c=1" },
        };

        var answer = await InvokeAsync(
            async () => await LambdaResponseStreamFactory.CreateHttpStream(prelude).WriteAsync("hi"u8.ToArray()));

        const string Json =
            """{"statusCode":201,"headers":{"Content-Type":"text/plain"},"multiValueHeaders":{"X-Two":["a","b"]},"cookies":["c=1"]}""";
        Assert.Equal("application/vnd.awslambda.http-integration-response", answer.Header("Content-Type"));
        Assert.Equal($"{Json.Length + 8 + 2:x}\r\n{Json}\0\0\0\0\0\0\0\0hi\r\n0\r\n\r\n", answer.Body);
    }

    [Fact]
    public async Task HttpStream_WithoutABody_SendsItsPreludeAlone()
    {
        var answer = await InvokeAsync(() =>
        {
            _ = LambdaResponseStreamFactory.CreateHttpStream(new HttpResponseStreamPrelude { StatusCode = HttpStatusCode.NoContent });
            return Task.CompletedTask;
        });

        Assert.Equal("1a\r\n{\"statusCode\":204}\0\0\0\0\0\0\0\0\r\n0\r\n\r\n", answer.Body);
    }

    [Fact]
    public async Task Stream_NeverWrittenTo_IsAnEmptyResponse()
    {
        var answer = await InvokeAsync(() =>
        {
            _ = LambdaResponseStreamFactory.CreateStream();
            return Task.CompletedTask;
        });

        Assert.Equal("0\r\n\r\n", answer.Body);
    }

    [Fact]
    public async Task Write_IsThereBeforeTheHandlerEnds()
    {
        // The function goes on on a thread of its own: this one has to answer it.
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = RunAsync(async () =>
        {
            await LambdaResponseStreamFactory.CreateStream().WriteAsync("early"u8.ToArray());
            await goOn.Task;
        });
        _ = await _api.ReceiveAsync();
        await _api.SendInvocationAsync("id-1", "{}");

        Assert.EndsWith("\r\n\r\n5\r\nearly\r\n", await _api.ReceiveUntilAsync("early\r\n"), StringComparison.Ordinal);

        goOn.SetResult();
        Assert.Equal("5\r\nearly\r\n0\r\n\r\n", (await _api.ReceiveAsync()).Body);
        await _api.SendAsync(RuntimeApiResponses.Accepted);
        await run;
    }

    [Fact]
    public async Task Stream_OfSixMegabytes_ArrivesWhole()
    {
        var part = Enumerable.Range(0, 1024 * 1024).Select(i => (byte)('a' + (i % 26))).ToArray();

        var answer = await InvokeAsync(async () =>
        {
            var stream = LambdaResponseStreamFactory.CreateStream();
            for (var i = 0; i < 6; i++)
            {
                await stream.WriteAsync(part);
            }

            Assert.Equal(6 * 1024 * 1024, stream.Length);
        });

        var chunk = $"100000\r\n{Encoding.ASCII.GetString(part)}\r\n";
        Assert.Equal(string.Concat(Enumerable.Repeat(chunk, 6)) + "0\r\n\r\n", answer.Body);
    }

    [Fact]
    public async Task FailureAfterAWrite_IsReportedInTrailers_AndLogged()
    {
        var answer = await InvokeAsync(async () =>
        {
            await LambdaResponseStreamFactory.CreateStream().WriteAsync("half"u8.ToArray());
            throw new FormatException("broke off");
        });

        const string Start =
            "4\r\nhalf\r\n0\r\nLambda-Runtime-Function-Error-Type: FormatException\r\nLambda-Runtime-Function-Error-Body: ";
        Assert.StartsWith(Start, answer.Body, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(Convert.FromBase64String(answer.Body[Start.Length..].TrimEnd()));
        Assert.Equal("FormatException", report.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("broke off", report.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains(
            nameof(FailureAfterAWrite_IsReportedInTrailers_AndLogged),
            report.RootElement.GetProperty("stackTrace")[0].GetString(),
            StringComparison.Ordinal);
        Assert.Contains("broke off", _function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailureBeforeAnyWrite_IsAnErrorLikeAnyOther()
    {
        var answer = await InvokeAsync(() =>
        {
            _ = LambdaResponseStreamFactory.CreateStream();
            throw new FormatException("too early");
        });

        Assert.Equal("POST /2018-06-01/runtime/invocation/id-1/error HTTP/1.1", answer.RequestLine);
        Assert.Equal("FormatException", answer.Header("Lambda-Runtime-Function-Error-Type"));
    }

    [Fact]
    public async Task SecondStreamOfAnInvocation_IsRefused()
    {
        var answer = await InvokeAsync(() =>
        {
            _ = LambdaResponseStreamFactory.CreateStream();
            _ = LambdaResponseStreamFactory.CreateStream();
            return Task.CompletedTask;
        });

        Assert.Equal("InvalidOperationException", answer.Header("Lambda-Runtime-Function-Error-Type"));
    }

    [Fact]
    public void StreamOutsideAnInvocation_IsRefused() =>
        Assert.Throws<InvalidOperationException>(LambdaResponseStreamFactory.CreateStream);

    [Fact]
    public async Task StreamAfterItsInvocation_TakesNothing()
    {
        Stream? kept = null;
        await InvokeAsync(async () =>
        {
            kept = LambdaResponseStreamFactory.CreateStream();
            await kept.WriteAsync("x"u8.ToArray());
        });

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await kept!.WriteAsync("y"u8.ToArray()));
    }

    [Fact]
    public async Task LosingTheConnectionInTheMiddle_FailsTheWrite_AndTheNextInvocationIsTaken()
    {
        var dropped = new TaskCompletionSource();
        var run = RunAsync(async () =>
        {
            var stream = LambdaResponseStreamFactory.CreateStream();
            await stream.WriteAsync("one"u8.ToArray());
            await dropped.Task;
            while (true)
            {
                await stream.WriteAsync(new byte[64 * 1024]);
            }
        });
        _ = await _api.ReceiveAsync();
        await _api.SendInvocationAsync("id-1", "{}");
        _ = await _api.ReceiveUntilAsync("one\r\n");
        _api.Reset();
        dropped.SetResult();
        await run;

        var next = RunAsync(() => Task.CompletedTask);
        Assert.EndsWith("/response HTTP/1.1", (await _api.InvokeAsync("id-2", "{}")).RequestLine, StringComparison.Ordinal);
        await _api.SendAsync(RuntimeApiResponses.Accepted);
        await next;
    }

    public void Dispose()
    {
        _function.Dispose();
        _api.Dispose();
    }

    private async Task<RuntimeRequest> InvokeAsync(Func<Task> handler)
    {
        var run = RunAsync(handler);
        var answer = await _api.InvokeAsync("id-1", "{}");
        await _api.SendAsync(RuntimeApiResponses.Accepted);
        await run;
        return answer;
    }

    // What the handler returns is not looked at once it has a stream.
    private Task RunAsync(Func<Task> handler) => Task.Run(() => new LambdaBootstrap(
        async _ =>
        {
            await handler();
            return new InvocationResponse(new MemoryStream("ignored"u8.ToArray()));
        },
        _function.Client).InvokeOnceAsync());
}
