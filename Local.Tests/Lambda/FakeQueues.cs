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

    public Decision AuthorizeSending(Caller caller, string queueArn) =>
        new(Allows, $"User: {caller.Arn} is not authorized to perform: sqs:SendMessage on resource: {queueArn}");

    public void Send(string queueArn, Caller caller, string body, IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        var sent = new Sent(queueArn, caller, body, attributes);
        All.Enqueue(sent);
        _first.TrySetResult(sent);
    }

    internal sealed record Sent(
        string QueueArn, Caller Caller, string Body, IReadOnlyDictionary<string, MessageAttribute> Attributes);
}
