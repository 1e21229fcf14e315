using System.Collections.Concurrent;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Queues that keep what is sent, with a way to wait for it.</summary>
internal sealed class FakeQueues : IQueues
{
    private readonly TaskCompletionSource<Sent> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether anybody may send.</summary>
    public bool Allows { get; set; } = true;

    public ConcurrentQueue<Sent> All { get; } = [];

    /// <summary>The first message.</summary>
    public Task<Sent> First => _first.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public QueueFacts? Find(string queueArn) => null;

    public Decision Authorize(AccessRequest request) =>
        new(Allows, $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}");

    public void Send(string queueArn, Caller caller, NewMessage message)
    {
        var sent = new Sent(queueArn, caller, message.Body, message.Attributes);
        All.Enqueue(sent);
        _first.TrySetResult(sent);
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queueArn, Caller caller, int most, TimeSpan wait, CancellationToken cancellation) => throw new NotSupportedException();

    public void Delete(string queueArn, Caller caller, string receiptHandle) => throw new NotSupportedException();

    public void ChangeVisibility(string queueArn, Caller caller, string receiptHandle, TimeSpan timeout) =>
        throw new NotSupportedException();

    internal sealed record Sent(
        string QueueArn, Caller Caller, string Body, IReadOnlyDictionary<string, MessageAttribute> Attributes);
}
