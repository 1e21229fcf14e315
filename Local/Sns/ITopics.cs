using Lexicon.Local.Iam;

namespace Lexicon.Local.Sns;

/// <summary>The topics of the templates, as other services use them.</summary>
internal interface ITopics
{
    /// <summary>The e-mails that subscriptions have sent, the latest last; only some of them are kept.</summary>
    IReadOnlyList<Email> Emails { get; }

    /// <summary>Whether there is a topic with this ARN.</summary>
    bool Exists(string topicArn);

    /// <summary>Whether a caller may do something with a topic: its own policies and the topic's decide.</summary>
    /// <param name="request">Who, what, and the ARN of the topic.</param>
    Decision Authorize(AccessRequest request);

    /// <summary>Whether a caller may publish to a topic.</summary>
    Decision AuthorizePublishing(Caller caller, string topicArn) => Authorize(new AccessRequest(caller, "SNS:Publish", topicArn));

    /// <summary>
    /// Publishes on behalf of a caller who may. When this returns, queues have the notification on disk, and functions have it in their
    /// queues.
    /// </summary>
    /// <returns>The id of the message.</returns>
    /// <exception cref="SnsException">There is no such topic, or the notification is not one that it takes.</exception>
    Task<string> PublishAsync(string topicArn, NewNotification notification);
}
