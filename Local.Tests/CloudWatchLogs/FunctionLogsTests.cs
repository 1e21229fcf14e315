using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.CloudWatchLogs.Reading;

namespace Lexicon.Local.Tests.CloudWatchLogs;

/// <summary>What <c>logs</c> reads of the files of a runner that goes on writing.</summary>
public sealed class FunctionLogsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logs-tests-").FullName;
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Function_IsReadAsItGoesOn_AndNoOther()
    {
        var logs = new FunctionLogs(_folder, "createterm");
        await WriteAsync(
            ("/aws/lambda/App-CreateTerm", "one"), ("/aws/lambda/App-ListTerms", "other"), ("/aws/apigateway/CreateTerm", "access"));

        Assert.Equal(["one"], Read(logs));
        Assert.Empty(Read(logs));
        await WriteAsync(("/aws/lambda/App-CreateTerm", "two"));
        Assert.Equal(["two"], Read(logs));
        Assert.Null(logs.Missing);
    }

    [Fact]
    public async Task AllFunctions_AreReadInTheOrderOfTime()
    {
        var logs = new FunctionLogs(_folder, null);
        await WriteAsync(("/aws/lambda/App-B", "one"), ("/aws/lambda/App-A", "two"), ("/aws/lambda/App-B", "three"));

        Assert.Equal(
            [("B", "one"), ("A", "two"), ("B", "three")], logs.ReadNew().Select(logged => (logged.Function, logged.Message)));
    }

    [Fact]
    public async Task FunctionThatLoggedNothing_IsTold_WithThoseThatDid()
    {
        var logs = new FunctionLogs(_folder, "CreatTerm");
        Assert.Equal("CreatTerm has logged nothing yet; what it logs will be here", logs.Missing);

        await WriteAsync(("/aws/lambda/App-CreateTerm", "one"));

        Assert.Equal("CreatTerm has logged nothing yet; what it logs will be here (there is something of CreateTerm)", logs.Missing);
        Assert.Equal(
            "No function has logged anything yet; what they log will be here",
            new FunctionLogs(Path.Combine(_folder, "none"), null).Missing);
    }

    [Fact]
    public void HalfALine_IsReadOnceItIsWhole()
    {
        var file = Path.Combine(_folder, "stream.jsonl");
        File.WriteAllText(file, """{"timestamp":1,"message":"on""");
        var growing = new GrowingFile(file);
        Assert.Empty(growing.ReadNew());

        File.AppendAllText(file, "e\"}\n{\"timestamp\"");

        Assert.Equal([new LogLine(1, "one")], growing.ReadNew());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Read(FunctionLogs logs) => logs.ReadNew().Select(logged => logged.Message);

    private async Task WriteAsync(params (string Group, string Message)[] events)
    {
        await using var writer = new LogWriter(new LogGroups(_folder, _clock), _clock);
        foreach (var (group, message) in events)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            writer.Write(group, "stream", message);
        }
    }
}
