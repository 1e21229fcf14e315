using System.Collections.Concurrent;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Topics that keep what is published.</summary>
internal sealed class FakeTopics : ITopics
{
    /// <summary>Whether anybody may publish.</summary>
    public bool Allows { get; set; } = true;

    public ConcurrentQueue<(string TopicArn, NewNotification Notification)> All { get; } = [];

    public IReadOnlyList<Email> Emails => [];

    public bool Exists(string topicArn) => true;

    public Decision Authorize(AccessRequest request) =>
        new(Allows, $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}");

    public Task<string> PublishAsync(string topicArn, NewNotification notification)
    {
        All.Enqueue((topicArn, notification));
        return Task.FromResult("1");
    }
}
