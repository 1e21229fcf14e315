using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.Tests.Lambda;

namespace Lexicon.Local.Tests.CloudWatchLogs;

public sealed class LogsServiceTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("logs-tests-").FullName;

    [Fact]
    public async Task Tail_AnswersTheLastEventsOfAllStreamsOldestFirst()
    {
        await using var logs = Open();
        logs.Write("/aws/lambda/f", "a", "one");
        logs.Write("/aws/lambda/f", "b", "two");
        logs.Write("/aws/lambda/g", "a", "other");
        logs.Write("/aws/lambda/f", "a", "three");

        Assert.Equal([("b", "two"), ("a", "three")], logs.Tail("/aws/lambda/f", 2).Select(logged => (logged.Stream, logged.Message)));
    }

    [Fact]
    public async Task Events_SurviveARestart()
    {
        const string Stream = "2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef";
        await using (var logs = Open())
        {
            logs.Write("/aws/lambda/f", Stream, "line one\nline \"two\" ü");
            logs.Write("/aws/lambda/f", Stream, "last");
        }

        await using var again = Open();
        again.Write("/aws/lambda/f", "new", "newest");

        Assert.Equal(
            [(Stream, "line one\nline \"two\" ü"), (Stream, "last"), ("new", "newest")],
            again.Tail("/aws/lambda/f", 10).Select(logged => (logged.Stream, logged.Message)));
    }

    [Fact]
    public async Task HalfWrittenLine_IsPassedOver()
    {
        await using (var logs = Open())
        {
            logs.Write("g", "s", "whole");
        }

        File.AppendAllText(Path.Combine(_data, "logs", "g", "s.jsonl"), """{"timestamp":1,"mess""");

        await using var again = Open();
        Assert.Equal(["whole"], again.Tail("g", 10).Select(logged => logged.Message));
    }

    [Fact]
    public async Task Retention_RemovesStreamsThatAreOlder()
    {
        await using (var logs = Open())
        {
            logs.Write("kept", "old", "event");
            logs.Write("kept", "young", "event");
        }

        var folder = Path.Combine(_data, "logs", "kept");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "old.jsonl"), DateTime.UtcNow.AddDays(-8));

        await using var again = Open();
        var provisioned = again.ResourceTypes.Provision(
            "AWS::Logs::LogGroup", "Group", """{ "LogGroupName": "kept", "RetentionInDays": 7 }""");
        await again.StartAsync(CancellationToken.None);

        Assert.Equal(("kept", "arn:aws:logs:us-east-1:123456789012:log-group:kept:*"), (provisioned.Ref, provisioned.Attributes["Arn"]));
        Assert.Equal(["young.jsonl"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void FileNames_AreReadBackAndStayInTheirFolder() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name =>
    {
        // A lone surrogate is no text, and UTF-8 has no bytes for it.
        var text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name.Get));
        var file = FileNames.Encode(text);
        Assert.Equal(text, FileNames.Decode(file));
        Assert.DoesNotContain('/', file);
        Assert.DoesNotContain('\\', file);
        Assert.False(file.StartsWith('.'));
    }).QuickCheckThrowOnFailure();

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private LogsService Open() => new(
        TestSettings.In(_data),
        new TestIdentities(),
        TimeProvider.System);
}
