using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.S3.Events;

/// <summary>A queue, whose policy must let S3 send to it for the bucket.</summary>
internal sealed class QueueListener(IQueues queues, string queueArn, NotificationFilter filter, string bucket) : IBucketListener
{
    /// <summary>What S3 is called in policies.</summary>
    public const string Principal = "s3.amazonaws.com";

    public void Tell(ObjectChange change)
    {
        if (!filter.Matches(change))
        {
            return;
        }

        try
        {
            var request = new AccessRequest(Caller.Service(Principal), "sqs:SendMessage", queueArn)
            {
                Context = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["aws:SourceArn"] = [Bucket.ArnOf(bucket)],
                    ["aws:SourceAccount"] = [Account.Id],
                },
            };
            var decision = queues.Authorize(request);
            if (!decision.Allowed)
            {
                throw new SqsException("AccessDenied", decision.Message);
            }

            queues.Send(queueArn, request.Caller, new NewMessage(ObjectRecord.Write(change, bucket, filter.Id)));
        }
        catch (SqsException refusal)
        {
            Progress.Say($"A notification of the bucket {bucket} for {queueArn} is lost: {refusal.Message}");
        }
    }
}
