using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>What other rooms use: <see cref="IQueues"/>.</summary>
public sealed class QueuesTests : IDisposable
{
    private const string Arn = "arn:aws:sqs:us-east-1:123456789012:letters";
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public void Queue_IsDescribed()
    {
        Assert.Equal(
            new QueueFacts(Arn, new("http://localhost:9202/123456789012/letters"), false, TimeSpan.FromSeconds(30)),
            _letters.Queues.Find(Arn));
        Assert.Null(_letters.Queues.Find(Arn + "2"));
    }

    [Fact]
    public async Task Receive_WithoutPermission_IsDenied()
    {
        _letters.AddRole();

        var refusal = await Assert.ThrowsAsync<SqsException>(
            () => _letters.Queues.ReceiveAsync(Arn, RunningSqs.Reader, 10, TimeSpan.Zero, default));

        Assert.Equal("AccessDenied", refusal.Code);
    }

    [Fact]
    public async Task Receive_WaitsForAMessageWithAllItsAttributes()
    {
        var waiting = _letters.Queues.ReceiveAsync(Arn, Caller.Root, 10, TimeSpan.FromSeconds(20), default);
        _letters.Queues.Send(Arn, Caller.Root, "one", new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.Text("b") });

        var received = Assert.Single(await waiting);

        Assert.Equal(("one", "f97c5d29941bfb1b2fdab0874906ab82"), (received.Body, received.Md5OfBody));
        Assert.Equal(
            ["SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp"],
            received.Attributes.Select(attribute => attribute.Key).Take(4));
        Assert.Equal("b", received.MessageAttributes["a"].StringValue);
    }

    [Fact]
    public async Task ChangeVisibility_ToZero_ShowsAMessageAtOnceToWhoWaits()
    {
        _letters.Queues.Send(Arn, Caller.Root, new NewMessage("one"));
        var first = Assert.Single(await _letters.Queues.ReceiveAsync(Arn, Caller.Root, 1, TimeSpan.Zero, default));
        var waiting = _letters.Queues.ReceiveAsync(Arn, Caller.Root, 1, TimeSpan.FromSeconds(20), default);

        _letters.Queues.ChangeVisibility(Arn, Caller.Root, first.ReceiptHandle, TimeSpan.Zero);

        var again = Assert.Single(await waiting);
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Contains(KeyValuePair.Create("ApproximateReceiveCount", "2"), again.Attributes);
    }

    [Fact]
    public async Task Delete_IsForGood()
    {
        _letters.Queues.Send(Arn, Caller.Root, new NewMessage("one"));
        var received = Assert.Single(await _letters.Queues.ReceiveAsync(Arn, Caller.Root, 1, TimeSpan.Zero, default));

        _letters.Queues.Delete(Arn, Caller.Root, received.ReceiptHandle);
        _letters.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(await _letters.Queues.ReceiveAsync(Arn, Caller.Root, 1, TimeSpan.Zero, default));
    }
}
