using Lexicon.Local.Iam;
using Lexicon.Local.Sns.Publishing;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns.Deliveries;

/// <summary>
/// Delivery to a queue, whose policy must allow the topic to send
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html); with raw delivery the message alone, with its attributes
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html).
/// </summary>
internal sealed class QueueDelivery(IQueues queues, NotificationDocument documents) : IDelivery
{
    private const string Principal = "sns.amazonaws.com";

    // What SenderId is of messages that SNS sends in us-east-1.
    private const string SenderId = "AIDAIT2UOQQY3AUEKVGXU";

    public Task DeliverAsync(Notification notification, Subscription subscription)
    {
        Send(subscription.Endpoint, notification, subscription);
        return Task.CompletedTask;
    }

    /// <summary>Sends a notification to a queue: that of the subscription, or its dead-letter queue.</summary>
    /// <exception cref="DeliveryException">It cannot be sent.</exception>
    public void Send(string queueArn, Notification notification, Subscription subscription)
    {
        var caller = Caller.Service(Principal);
        var decision = queues.Authorize(new AccessRequest(caller, "sqs:SendMessage", queueArn) { Context = ContextOf(notification) });
        if (!decision.Allowed)
        {
            throw new DeliveryException(decision.Message);
        }

        try
        {
            queues.Send(queueArn, caller, MessageOf(notification, subscription, queues.Find(queueArn)?.IsFifo is true));
        }
        catch (SqsException refusal)
        {
            throw new DeliveryException(refusal.Message);
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ContextOf(Notification notification) => new()
    {
        ["aws:SourceArn"] = [notification.TopicArn],
        ["aws:SourceAccount"] = [Account.Id],
    };

    private NewMessage MessageOf(Notification notification, Subscription subscription, bool isFifo)
    {
        var isRaw = subscription.IsRaw && subscription.Protocol == "sqs";
        var body = isRaw ? notification.MessageFor(subscription.Protocol) : documents.ForQueue(notification, subscription);
        return new(body)
        {
            Attributes = isRaw ? notification.Attributes : new Dictionary<string, MessageAttribute>(),
            SystemAttributes = notification.TraceHeader is { } trace
                ? new Dictionary<string, MessageAttribute> { ["AWSTraceHeader"] = MessageAttribute.Text(trace) }
                : new Dictionary<string, MessageAttribute>(),
            GroupId = notification.GroupId,
            DeduplicationId = isFifo ? notification.DeduplicationId : null,
            SenderId = SenderId,
        };
    }
}
