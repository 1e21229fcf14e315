namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html.</summary>
public sealed class LongPollingTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Receive_ThatWaits_GetsWhatComesMeanwhile()
    {
        var waiting = _letters.AskAsync("ReceiveMessage", """{ "WaitTimeSeconds": 20 }""");
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        Assert.Equal("one", (string?)(await waiting)["Messages"]![0]!["Body"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_ThatWaits_GetsWhatAppearsMeanwhile(bool isSentBefore)
    {
        const string Delayed = """{ "MessageBody": "one", "DelaySeconds": 5 }""";
        if (isSentBefore)
        {
            await _letters.AskAsync("SendMessage", Delayed);
        }

        var waiting = _letters.AskAsync("ReceiveMessage", """{ "WaitTimeSeconds": 20 }""");
        if (!isSentBefore)
        {
            await _letters.AskAsync("SendMessage", Delayed);
        }

        await _letters.Clock.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(5));
        _letters.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("one", (string?)(await waiting)["Messages"]![0]!["Body"]);
    }

    [Fact]
    public async Task Receive_WhoseCallerHasGone_HandsNothingOut()
    {
        using var gone = new CancellationTokenSource();
        var waiting = _letters.SendAsync("ReceiveMessage", """{ "QueueUrl": "letters", "WaitTimeSeconds": 20 }""", aborted: gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        var received = await _letters.AskAsync("ReceiveMessage", """{ "AttributeNames": ["All"] }""");

        Assert.Equal("1", (string?)received["Messages"]![0]!["Attributes"]!["ApproximateReceiveCount"]);
    }
}
