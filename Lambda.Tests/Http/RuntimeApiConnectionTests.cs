using System.Text;
using Amazon.Lambda.RuntimeSupport.Http;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Http;

public sealed class RuntimeApiConnectionTests : IDisposable
{
    private const string Request = "GET / HTTP/1.1\r\n\r\n";

    private readonly FakeRuntimeApi _api = new();
    private readonly TestFunction _function;

    public RuntimeApiConnectionTests() => _function = new(_api.Address);

    [Fact]
    public async Task Exchange_TwiceInARow_UsesOneConnection()
    {
        Assert.Equal("one", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"));
        Assert.Equal("two", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo"));

        Assert.Equal(1, _api.Connections);
    }

    [Fact]
    public async Task Exchange_WithAHostByItsName_ReachesIt()
    {
        using var function = new TestFunction(_api.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        var exchange = Task.Run(
            () => function.Connection.ExchangeAsync(Encoding.UTF8.GetBytes(Request), default, CancellationToken.None).AsTask());
        await _api.ReceiveAsync();
        await _api.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");

        using var response = await exchange;
        Assert.Equal("one", Text(response));
    }

    [Fact]
    public async Task Exchange_AfterAnAnswerThatClosesTheConnection_MakesANewOne()
    {
        Assert.Equal("one", await ExchangeAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\none"));
        Assert.Equal("two", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo"));

        Assert.Equal(2, _api.Connections);
    }

    [Fact]
    public async Task Exchange_OverAConnectionThatWasClosedMeanwhile_MakesANewOneAtOnce()
    {
        await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
        _api.Drop();

        Assert.Equal("two", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo"));

        Assert.Equal(2, _api.Connections);
        Assert.Empty(_function.Time.Waits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    public async Task Exchange_LosingTheConnectionInTheMiddleOfAnAnswer_SendsTheRequestAgain(string beginning)
    {
        var exchange = Exchange();
        Assert.Equal(Request, (await _api.ReceiveAsync()).Head);
        await _api.SendAsync(beginning);
        _api.Drop();
        Assert.Equal(Request, (await _api.ReceiveAsync()).Head);
        await _api.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        using var response = await exchange;
        Assert.Equal("hello", Text(response));
        Assert.True(response.WasSentAgain);
    }

    [Fact]
    public async Task Exchange_AfterAReset_SendsTheRequestAgain()
    {
        var exchange = Exchange();
        await _api.ReceiveAsync();
        _api.Reset();
        await _api.ReceiveAsync();
        await _api.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        using var response = await exchange;
        Assert.Equal("hello", Text(response));
    }

    [Fact]
    public async Task Exchange_WhenNobodyListens_TriesForFourSecondsAndGivesUp()
    {
        _api.Stop();

        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => Exchange());

        Assert.Equal([20, 40, 80, 160, 320, 640, 1000, 1000, 1000], _function.Time.Waits.Select(wait => (int)wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Exchange_AnsweredBeforeTheBodyWasRead_ReturnsThatAnswer()
    {
        var exchange = Exchange("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n", "body");
        await _api.ReceiveAsync();
        await _api.SendAsync("HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        _api.Drop();

        using var response = await exchange;
        Assert.Equal((413, false), (response.Head.Status, response.WasSentAgain));
    }

    [Fact]
    public async Task Exchange_ByteByByte_IsTheSame()
    {
        var exchange = Exchange();
        await _api.ReceiveAsync();
        await _api.TrickleAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        using var response = await exchange;
        Assert.Equal("hello", Text(response));
    }

    [Fact]
    public async Task Exchange_Cancelled_LeavesNoHalfReadAnswerForTheNext()
    {
        using var cancelled = new CancellationTokenSource();
        var exchange = Exchange(cancellationToken: cancelled.Token);
        await _api.ReceiveAsync();
        await _api.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exchange);

        Assert.Equal("fresh", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfresh"));
        Assert.Equal(2, _api.Connections);
    }

    [Fact]
    public async Task Exchange_WithWhatIsNotHttp_FailsWithoutAskingAgain()
    {
        var exchange = Exchange();
        await _api.ReceiveAsync();
        await _api.SendAsync("220 mail.example.com ESMTP\r\n\r\n");

        await Assert.ThrowsAsync<InvalidDataException>(() => exchange);
        Assert.Equal(1, _api.Connections);

        // What else came over that connection belongs to no answer.
        _api.Drop();
        Assert.Equal("fresh", await ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfresh"));
    }

    public void Dispose()
    {
        _function.Dispose();
        _api.Dispose();
    }

    private static string Text(Response response) => Encoding.UTF8.GetString(response.Body.Span);

    // The client blocks, so it gets a thread of its own.
    private Task<Response> Exchange(string request = Request, string body = "", CancellationToken cancellationToken = default) =>
        Task.Run(
            () => _function.Connection.ExchangeAsync(
                Encoding.UTF8.GetBytes(request), Encoding.UTF8.GetBytes(body), cancellationToken).AsTask(),
            CancellationToken.None);

    private async Task<string> ExchangeAsync(string answer)
    {
        var exchange = Exchange();
        await _api.ReceiveAsync();
        await _api.SendAsync(answer);
        using var response = await exchange;
        return Text(response);
    }
}
