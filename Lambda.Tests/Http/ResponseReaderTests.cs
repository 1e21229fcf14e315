using System.Text;
using Amazon.Lambda.RuntimeSupport.Http;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Http;

public sealed class ResponseReaderTests
{
    [Fact]
    public async Task Read_WithContentLength_TakesExactlyThatMany()
    {
        var (head, body) = Assert.Single(await ReadAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nhello", 1));

        Assert.Equal((202, 5L, true), (head.Status, head.ContentLength, head.KeepsConnection));
        Assert.Equal("hello", body);
    }

    [Fact]
    public async Task Read_WithChunks_PutsThemTogetherAndReadsOverExtensionsAndTrailers()
    {
        const string Answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\nA ;name=\"value\"\r\n, whole wo\r\n003\r\nrld\r\n0\r\nDigest: none\r\n\r\n";

        var (_, body) = Assert.Single(await ReadAsync(Answer, 1));

        Assert.Equal("hello, whole world", body);
    }

    [Fact]
    public async Task Read_WithChunksAndContentLength_FollowsTheChunks()
    {
        const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";

        Assert.Equal("hello", Assert.Single(await ReadAsync(Answer, 1)).Body);
    }

    [Fact]
    public async Task Read_WithNeitherLengthNorChunks_TakesAllUpToTheEnd()
    {
        var (head, body) = Assert.Single(await ReadAsync("HTTP/1.1 200 OK\r\n\r\nall of it", 1));

        Assert.Equal("all of it", body);
        Assert.False(head.KeepsConnection);
    }

    [Theory]
    [InlineData("204 No Content")]
    [InlineData("304 Not Modified")]
    public async Task Read_OfAStatusWithoutBody_LeavesWhatFollowsForTheNext(string status)
    {
        var answers = await ReadAsync($"HTTP/1.1 {status}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 2);

        Assert.Equal(["", "ok"], answers.Select(answer => answer.Body));
    }

    [Fact]
    public async Task Read_SkipsInterimAnswers()
    {
        const string Answer =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

        var (head, body) = Assert.Single(await ReadAsync(Answer, 1));

        Assert.Equal((200, "ok"), (head.Status, body));
    }

    [Fact]
    public async Task Read_OfSixMegabytes_LosesNothing()
    {
        var body = string.Concat(Enumerable.Range(0, 6 * 1024 * 1024 / 16).Select(i => $"{i,15} "));

        var (_, read) = Assert.Single(await ReadAsync(
            $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}", 1, pieces: [1, 1448, 65_536]));

        Assert.Equal(body, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n")]
    public async Task Read_OfAnAnswerCutShort_SaysThatTheConnectionWasLost(string answer) =>
        await Assert.ThrowsAsync<ConnectionLostException>(() => ReadAsync(answer, 1));

    [Theory]
    [InlineData("SMTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 20x OK\r\n\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n: no name\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\nhello\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n")]
    public async Task Read_OfWhatIsNotHttp_IsRefused(string answer) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(answer, 1));

    [Fact]
    public async Task Read_OfAHeadWithoutEnd_IsRefusedBeforeItFillsTheMemory() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => ReadAsync("HTTP/1.1 200 OK\r\nX: " + new string('x', ResponseHeadParser.MaxLength), 1));

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", true)]
    public async Task Read_KnowsWhetherTheConnectionLives(string answer, bool keeps) =>
        Assert.Equal(keeps, Assert.Single(await ReadAsync(answer, 1)).Head.KeepsConnection);

    [Fact]
    public void Read_OfAnySplitOfAnyAnswers_GivesTheSameAnswers()
    {
        var cases =
            from answers in AnswerGen.ListOf().Where(list => list.Count > 0)
            from pieces in Gen.Choose(1, 40).NonEmptyListOf()
            select (Answers: answers.ToList(), Pieces: pieces.ToList());

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var wire = string.Concat(c.Answers.Select(answer => answer.Wire));
            var read = ReadAsync(wire, c.Answers.Count, c.Pieces).GetAwaiter().GetResult();
            Assert.Equal(
                c.Answers.Select(answer => (answer.RequestId, answer.Body)),
                read.Select(answer => (answer.Head.RequestId!, answer.Body)));
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<(string Wire, string RequestId, string Body)> AnswerGen =>
        from id in Gen.Choose(0, int.MaxValue)
        from body in Gen.Choose(' ', 0x2fff).Select(c => (char)c).ListOf().Select(chars => string.Concat(chars))
        from chunkLengths in Gen.Choose(1, 9).NonEmptyListOf()
        from isChunked in Gen.Elements(true, false)
        select (Wire(id, body, isChunked ? [.. chunkLengths] : null), $"id-{id}", body);

    private static string Wire(int id, string body, List<int>? chunkLengths)
    {
        var head = $"HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id:id-{id} \r\n";
        if (chunkLengths is null)
        {
            return $"{head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        }

        // Chunks end between characters here, so that the wire can be a string; the pieces above split the characters.
        var chunks = new StringBuilder($"{head}Transfer-Encoding: chunked\r\n\r\n");
        for (int at = 0, n = 0; at < body.Length; n++)
        {
            var chunk = body.Substring(at, Math.Min(chunkLengths[n % chunkLengths.Count], body.Length - at));
            chunks.Append($"{Encoding.UTF8.GetByteCount(chunk):x}\r\n{chunk}\r\n");
            at += chunk.Length;
        }

        return chunks.Append("0\r\n\r\n").ToString();
    }

    private static async Task<List<(ResponseHead Head, string Body)>> ReadAsync(
        string wire, int count, IReadOnlyList<int>? pieces = null)
    {
        using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(wire), pieces ?? [int.MaxValue]);
        var reader = new ResponseReader(stream);
        var answers = new List<(ResponseHead, string)>();
        for (var i = 0; i < count; i++)
        {
            var (head, body) = await reader.ReadAsync(CancellationToken.None);
            using (body)
            {
                answers.Add((head, Encoding.UTF8.GetString(body.Span)));
            }
        }

        return answers;
    }
}
