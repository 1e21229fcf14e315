using System.Diagnostics;
using Lexicon.Local.Traces;
using Lexicon.Local.Traces.Storage;

namespace Lexicon.Local.Tests.Traces;

/// <summary>What a query in SQL sees of a run, and what it may not do.</summary>
public sealed class SqlQueryTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-query-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Query_SeesEachSpan_WithItsTags_AndTheLogs()
    {
        var file = await WrittenAsync(Span("a", null, "GET /", status: 200), Span("b", "a", "Authorize", status: 403));
        LoggedLine[] logs = [new("/aws/lambda/One", "stream", Noon, """{"requestId":"r"}""")];

        var spans = SqlQuery.Run(file, "SELECT name, parent, tags ->> 'status' AS status FROM spans ORDER BY id", logs);
        var lines = SqlQuery.Run(file, "SELECT log_group, message ->> 'requestId', time FROM logs", logs);

        Assert.Equal("""["name","parent","status"]""", spans["columns"]!.ToJsonString());
        Assert.Equal("""[["GET /",null,200],["Authorize","a",403]]""", spans["rows"]!.ToJsonString());
        Assert.Equal($"""[["/aws/lambda/One","r",{Noon.ToUnixTimeMilliseconds()}000]]""", lines["rows"]!.ToJsonString());
        Assert.False((bool)lines["cut"]!);
    }

    [Theory]
    [InlineData("DELETE FROM pieces")]
    [InlineData("INSERT INTO logs VALUES ('', '', 0, '')")]
    [InlineData("DROP VIEW spans")]
    [InlineData("CREATE TEMP TABLE mine (x)")]
    [InlineData("ATTACH DATABASE 'other.db' AS other")]
    [InlineData("VACUUM INTO 'copy.db'")]
    [InlineData("PRAGMA writable_schema = 1")]
    [InlineData("SELECT 1; DELETE FROM pieces")]
    [InlineData("SELECT 1; SELECT 2")]
    public async Task Statement_ThatDoesMoreThanRead_IsRefused_AndDoesNothing(string sql)
    {
        var file = await WrittenAsync(Span("a", null, "GET /", status: 200));

        Assert.Throws<QueryException>(() => SqlQuery.Run(file, sql, []));

        Assert.Equal("[[1]]", SqlQuery.Run(file, "SELECT count(*) FROM spans", [])["rows"]!.ToJsonString());
        Assert.DoesNotContain(Directory.GetFiles(_folder), name => !name.StartsWith(file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "The query is not valid; it must be one SELECT.")]
    [InlineData("SELECT colour FROM spans", "SQLite Error 1: 'no such column: colour'.")]
    public async Task Query_ThatIsNotValid_IsRefusedInWords(string sql, string message)
    {
        var file = await WrittenAsync(Span("a", null, "GET /", status: 200));

        Assert.Equal(message, Assert.Throws<QueryException>(() => SqlQuery.Run(file, sql, [])).Message);
    }

    [Fact]
    public async Task Query_ThatNeverEnds_IsEnded()
    {
        var file = await WrittenAsync(Span("a", null, "GET /", status: 200));
        const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";

        var refusal = Assert.Throws<QueryException>(() => SqlQuery.Run(file, Endless, [], TimeSpan.FromMilliseconds(20)));

        Assert.Equal("The query took longer than 0.02 seconds; ask for less.", refusal.Message);
    }

    [Fact]
    public async Task Rows_BeyondAThousand_AreCut()
    {
        var file = await WrittenAsync(Span("a", null, "GET /", status: 200));
        const string Numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1001) SELECT x FROM n";

        var found = SqlQuery.Run(file, Numbers, []);

        Assert.Equal((1_000, true), (found["rows"]!.AsArray().Count, (bool)found["cut"]!));
    }

    private static SpanRecord Span(string id, string? parent, string name, int status) => new(
        id, parent, name, ActivityKind.Server, Noon.UtcDateTime, TimeSpan.FromMilliseconds(1), null, [new("status", status)], []);

    private async Task<string> WrittenAsync(params SpanRecord[] spans)
    {
        var file = RunFile.Create(_folder, TimeProvider.System);
        await using var writer = new PieceWriter(file);
        writer.Add(new Piece(new string('1', 32), [.. spans.Reverse()]));
        return file;
    }
}
