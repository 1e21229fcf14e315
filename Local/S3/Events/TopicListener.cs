using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;

namespace Lexicon.Local.S3.Events;

/// <summary>A topic, whose policy must let S3 publish to it for the bucket.</summary>
internal sealed class TopicListener(ITopics topics, string topicArn, NotificationFilter filter, string bucket) : IBucketListener
{
    private const string Subject = "Amazon S3 Notification";

    public void Tell(ObjectChange change)
    {
        if (filter.Matches(change))
        {
            Background.StartTask($"A notification of the bucket {bucket} for {topicArn}", () => PublishAsync(change));
        }
    }

    private async Task PublishAsync(ObjectChange change)
    {
        var request = new AccessRequest(Caller.Service(QueueListener.Principal), "SNS:Publish", topicArn)
        {
            Context = new Dictionary<string, IReadOnlyList<string>>
            {
                ["aws:SourceArn"] = [Bucket.ArnOf(bucket)],
                ["aws:SourceAccount"] = [Account.Id],
            },
        };
        try
        {
            var decision = topics.Authorize(request);
            if (!decision.Allowed)
            {
                throw new SnsException("AuthorizationError", 403, decision.Message);
            }

            await topics.PublishAsync(topicArn, new NewNotification(ObjectRecord.Write(change, bucket, filter.Id), Subject));
        }
        catch (SnsException refusal)
        {
            Progress.Say($"A notification of the bucket {bucket} for {topicArn} is lost: {refusal.Message}");
        }
    }
}
