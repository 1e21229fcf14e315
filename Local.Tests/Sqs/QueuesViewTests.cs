using Lexicon.Local.Sqs;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>Looking into a queue changes nothing for those who receive from it.</summary>
public sealed class QueuesViewTests : IDisposable
{
    private readonly RunningSqs _sqs = new();

    private IQueuesView View => _sqs.Service;

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task Message_ThatIsSeen_CanBeReceivedStill_AndIsNotCounted()
    {
        await _sqs.AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        Assert.Equal([("one", 0, false)], View.Look("letters", 10)!.Select(seen => (seen.Body, seen.Receives, seen.IsHidden)));
        Assert.Equal(["one"], await _sqs.ReceiveAsync());
        Assert.Equal([("one", 1, true)], View.Look("letters", 10)!.Select(seen => (seen.Body, seen.Receives, seen.IsHidden)));
    }

    [Fact]
    public async Task Queue_IsCounted_ByWhatCanBeReceivedAndWhatIsWorkedOn()
    {
        await _sqs.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await _sqs.AskAsync("SendMessage", """{ "MessageBody": "two" }""");
        await _sqs.ReceiveAsync("""{ "MaxNumberOfMessages": 1 }""");

        var queue = Assert.Single(View.Queues);

        Assert.Equal(("letters", 1, 1, 0), (queue.Name, queue.Visible, queue.InFlight, queue.Delayed));
    }

    [Fact]
    public void QueueThatIsNotThere_HasNoMessages() => Assert.Null(View.Look("none", 10));
}
