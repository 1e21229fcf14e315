using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Tests.Lambda.RuntimeApi;

public sealed class RequestReaderTests
{
    private const string Request =
        "POST /2018-06-01/runtime/invocation/abc/response?x=1 HTTP/1.1\r\nHost: h\r\ncontent-LENGTH: 5\r\n"
        + "Lambda-Runtime-Function-Error-Type:  Domain.Error \r\n\r\nhello";

    private const string Chunked =
        "POST /error HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n";

    [Fact]
    public void Requests_AreReadAlikeHoweverTheyAreCut() => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt[]>(), cuts =>
    {
        var reader = Reader(Request + Chunked + "GET /next HTTP/1.1\r\nConnection: close\r\n\r\n", [.. cuts.Select(cut => cut.Get)]);

        var first = Read(reader);
        Assert.Equal(
            ("POST", "/2018-06-01/runtime/invocation/abc/response", "Domain.Error", false),
            (first.Head.Method, first.Head.Path, first.Head.FunctionErrorType, first.Head.Closes));
        Assert.Equal("hello", first.Body);
        Assert.Equal("hello", Read(reader).Body);
        var last = Read(reader);
        Assert.Equal(("GET", "/next", true, ""), (last.Head.Method, last.Head.Path, last.Head.Closes, last.Body));
        Assert.Null(reader.ReadHeadAsync().AsTask().GetAwaiter().GetResult());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nsixsix")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nsix\r\n3\r\nsix\r\n0\r\n\r\n")]
    public async Task Body_AboveTheLimit_IsReadPastAndNotKept(string request)
    {
        var reader = Reader(request + "GET /next HTTP/1.1\r\n\r\n", [4]);
        var head = await reader.ReadHeadAsync();

        var body = await reader.ReadBodyAsync(head!, 5);

        Assert.Equal((true, 0), (body.TooLarge, body.Bytes.Length));
        Assert.Equal("/next", (await reader.ReadHeadAsync())!.Path);
    }

    [Theory]
    [InlineData("hello\r\n\r\n")]
    [InlineData("GET / HTTP/2\r\n\r\n")]
    [InlineData("GET  HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nNo colon\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n: no name\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: 5x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: \r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n")]
    public async Task Heads_ThatAreNone_AreRejected(string request) =>
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Reader(request, []).ReadHeadAsync());

    [Theory]
    [InlineData("x\r\n")]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("2\r\nabc\r\n0\r\n\r\n")]
    public async Task Chunks_ThatAreNone_AreRejected(string chunks)
    {
        var reader = Reader($"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}", []);
        var head = await reader.ReadHeadAsync();

        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadBodyAsync(head!, 100));
    }

    [Fact]
    public void Rubbish_EndsTheConnectionAndNothingElse() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var reader = new RequestReader(new CutStream([.. bytes, .. "\r\n\r\n"u8], [3]));
        try
        {
            while (reader.ReadHeadAsync().AsTask().GetAwaiter().GetResult() is { } head)
            {
                reader.ReadBodyAsync(head, 10).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception rejected) when (rejected is InvalidDataException or EndOfStreamException)
        {
            // One of the two that the reader promises.
        }
    }).QuickCheckThrowOnFailure();

    private static RequestReader Reader(string text, int[] cuts) => new(new CutStream(Encoding.ASCII.GetBytes(text), cuts));

    private static (RequestHead Head, string Body) Read(RequestReader reader)
    {
        var head = reader.ReadHeadAsync().AsTask().GetAwaiter().GetResult()!;
        var body = reader.ReadBodyAsync(head, 100).AsTask().GetAwaiter().GetResult();
        return (head, Encoding.ASCII.GetString(body.Bytes));
    }
}
