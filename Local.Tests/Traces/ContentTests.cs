using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lexicon.Local.Hosting;
using Lexicon.Local.Traces;
using Lexicon.Local.Traces.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Tests.Traces;

/// <summary>Headers and bodies that are kept of requests: what is shown of them, and how much there may be.</summary>
public sealed class ContentTests : IDisposable
{
    private static readonly string Trace = new('1', 32);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-contents-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Content_OfASpan_IsFoundByItsTrace_AndBySql()
    {
        var request = Passage.Of(
            new HeaderDictionary { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer abc" },
            """{"title":"API","password":"secret"}"""u8.ToArray());
        var file = await WrittenAsync(new SpanContent(request, Passage.Of("""{"statusCode":200}"""u8.ToArray())));

        Assert.Equal(
            """
            [{"span":"a","request":{"headers":{"Content-Type":"application/json","Authorization":"Bearer ***"},"bytes":35,
            "body":"{\"title\":\"API\",\"password\":\"***\"}"},"response":{"headers":{},"bytes":18,"body":"{\"statusCode\":200}"}}]
            """.ReplaceLineEndings(""),
            new PieceReader(file).Contents(Trace).ToJsonString(Plain));
        Assert.Equal(
            """[["application/json","***"]]""",
            SqlQuery.Run(
                file,
                "SELECT request -> 'headers' ->> 'Content-Type', request ->> 'body' ->> 'password' FROM contents JOIN spans "
                    + "ON spans.id = contents.span",
                [])["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Secret_IsNowhereInTheFile()
    {
        const string Secret = "hunter2hunter2";
        var body = Encoding.UTF8.GetBytes($$"""{"password":"{{Secret}}"}""");
        var headers = new HeaderDictionary { ["Cookie"] = Secret, ["x-api-key"] = Secret, ["Referer"] = $"/?ticket={Secret}" };
        var file = await WrittenAsync(new SpanContent(Passage.Of(headers, body), Passage.Of(headers, body)));

        foreach (var part in Directory.GetFiles(_folder))
        {
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(part)), StringComparison.Ordinal);
        }

        Assert.NotEmpty(new PieceReader(file).Contents(Trace));
    }

    [Fact]
    public void Body_BeyondTheBound_IsCut_AndSaysSo()
    {
        var kept = ShownPassage.Of(Passage.Of(Encoding.UTF8.GetBytes(new string('ä', BodyHead.Most))));

        Assert.Equal((2L * BodyHead.Most, true), ((long)kept["bytes"]!, (bool)kept["cut"]!));
        Assert.Equal(new string('ä', BodyHead.Most / 2), (string)kept["body"]!);
    }

    [Fact]
    public void CompressedBody_IsKeptAsText_AndOnlyItsBeginning_WhereItIsLarge()
    {
        var (small, large) = (Gzip("""{"a":1}"""), Gzip(string.Join(' ', Enumerable.Range(0, 10_000))));
        var headers = new HeaderDictionary { ["content-encoding"] = "gzip" };

        Assert.Equal("""{"a":1}""", (string?)ShownPassage.Of(Passage.Of(headers, small))["body"]);
        var kept = ShownPassage.Of(Passage.Of(headers, large));
        Assert.StartsWith("0 1 2 3", (string)kept["body"]!, StringComparison.Ordinal);
        Assert.Equal(((long)large.Length, true), ((long)kept["bytes"]!, (bool)kept["cut"]!));
    }

    [Fact]
    public void Body_ThatIsNoText_IsLeftOut() =>
        Assert.Equal("""{"headers":{},"bytes":3}""", ShownPassage.Of(Passage.Of(new byte[] { 0xFF, 0xD8, 0x00 })).ToJsonString());

    [Fact]
    public async Task Body_ThatStreams_IsKeptAsItPasses()
    {
        var head = new BodyHead();
        using var passed = new MemoryStream();

        await head.Over(new MemoryStream(new byte[BodyHead.Most + 5])).CopyToAsync(passed);

        Assert.Equal((BodyHead.Most + 5, BodyHead.Most + 5, BodyHead.Most), ((int)passed.Length, (int)head.Length, head.Bytes.Length));
    }

    // Each is a little over 1,000 bytes: with at most 10,000 the newest stay.
    [Fact]
    public void Contents_BeyondTheBoundOfARun_GoOldestFirst()
    {
        var file = RunFile.Create(_folder, TimeProvider.System);
        using (var connection = RunFile.Open(file, SqliteOpenMode.ReadWrite))
        {
            using var contents = new ContentWriter(connection, most: 10_000);
            foreach (var number in Enumerable.Range(1, 80))
            {
                contents.Write(PieceOf(TraceOf(number), new(Passage.Of(new byte[1_000].Select(_ => (byte)'x').ToArray()), null)), number);
                contents.Trim(oldest: 0);
            }
        }

        var reader = new PieceReader(file);
        Assert.NotEmpty(reader.Contents(TraceOf(80)));
        Assert.Empty(reader.Contents(TraceOf(1)));
        Assert.Equal("[[1]]", SqlQuery.Run(file, "SELECT sum(size) <= 10000 FROM contents", [])["rows"]!.ToJsonString());
    }

    [Fact]
    public void Contents_GoWithTheirPieces()
    {
        var file = RunFile.Create(_folder, TimeProvider.System);
        using (var connection = RunFile.Open(file, SqliteOpenMode.ReadWrite))
        {
            using var contents = new ContentWriter(connection);
            contents.Write(PieceOf(TraceOf(1), new(Passage.Of("{}"u8.ToArray()), null)), number: 1);
            contents.Write(PieceOf(TraceOf(2), new(Passage.Of("{}"u8.ToArray()), null)), number: 2);
            contents.Trim(oldest: 2);
        }

        Assert.Equal((0, 1), (new PieceReader(file).Contents(TraceOf(1)).Count, new PieceReader(file).Contents(TraceOf(2)).Count));
    }

    private static string TraceOf(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    private static Piece PieceOf(string trace, SpanContent content) => new(
        trace,
        [new("a", null, "GET /", ActivityKind.Server, DateTime.UnixEpoch, TimeSpan.FromMilliseconds(1), null, [], [], content)]);

    private static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private async Task<string> WrittenAsync(SpanContent content)
    {
        var file = RunFile.Create(_folder, TimeProvider.System);
        await using var writer = new PieceWriter(file);
        writer.Add(PieceOf(Trace, content));
        return file;
    }
}
