using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>A write, the stream, the mapping, the function: all of it real.</summary>
public sealed class ThreadTests : IAsyncDisposable
{
    private readonly RunningThread _thread = new();

    [Fact]
    public async Task Write_AndMessage_ReachTheFunction_AndSurviveARestart()
    {
        await _thread.StartAsync();
        await _thread.PutAsync("a", "one");
        await Eventually.TrueAsync(() => _thread.Received().Count == 1);
        await _thread.PutAsync("a", "two");
        await _thread.SendAsync("job");
        await Eventually.TrueAsync(() => _thread.Received().Count == 3);
        await _thread.StopAsync();
        await _thread.StartAsync();
        await _thread.PutAsync("b", "three");
        await Eventually.TrueAsync(() => _thread.Received().Count == 4);

        var records = _thread.Received();
        var changes = records.Where(record => (string?)record["eventSource"] == "aws:dynamodb").ToList();
        Assert.Equal(["INSERT", "MODIFY", "INSERT"], changes.Select(change => (string?)change["eventName"]));
        Assert.All(changes, change => Assert.Equal(
            "arn:aws:dynamodb:us-east-1:123456789012:table/Changes/stream/2026-01-01T00:00:00.000", (string?)change["eventSourceARN"]));
        Assert.Equal("two", (string?)changes[1]["dynamodb"]!["NewImage"]!["text"]!["S"]);
        Assert.Equal("one", (string?)changes[1]["dynamodb"]!["OldImage"]!["text"]!["S"]);
        Assert.Equal("job", (string?)records.Single(record => (string?)record["eventSource"] == "aws:sqs")["body"]);
    }

    [Fact]
    public async Task Role_ThatMayNotReadTheStream_KeepsTheRunnerFromStarting()
    {
        _thread.Actions = "\"sqs:*\"";

        var refusal = await Assert.ThrowsAsync<StartupException>(_thread.StartAsync);

        Assert.Equal(
            "Small/OfTable (AWS::Lambda::EventSourceMapping): Cannot access stream "
            + "arn:aws:dynamodb:us-east-1:123456789012:table/Changes/stream/2026-01-01T00:00:00.000. Please ensure the role can perform "
            + "the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.",
            refusal.Message);
    }

    public ValueTask DisposeAsync() => _thread.DisposeAsync();
}
