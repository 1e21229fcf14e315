using Lexicon.Local.Iam;
using Lexicon.Local.Sns;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Topics that keep what is published.</summary>
internal sealed class FakeTopics : ITopics
{
    /// <summary>Whether anybody may publish.</summary>
    public bool Allows { get; set; } = true;

    public List<(string TopicArn, NewNotification Notification)> Published { get; } = [];

    public IReadOnlyList<Email> Emails => [];

    public bool Exists(string topicArn) => true;

    public Decision Authorize(AccessRequest request) => new(Allows, $"{request.Caller.Arn} may not {request.Action}");

    public Task<string> PublishAsync(string topicArn, NewNotification notification)
    {
        Published.Add((topicArn, notification));
        return Task.FromResult("message-1");
    }
}
