namespace Lexicon.Local.Sns.Deliveries;

/// <summary>
/// Brings a notification to every subscription that wants it. What cannot be delivered goes to the subscription's dead-letter queue
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html): that a queue or a function is not there, or does not allow it,
/// is an error that SNS does not retry.
/// </summary>
/// <param name="queues">Delivers to queues.</param>
/// <param name="functions">Delivers to functions.</param>
/// <param name="emails">Delivers by e-mail.</param>
/// <param name="say">Takes a line for the person at the terminal.</param>
internal sealed class DeliveryRoutes(QueueDelivery queues, FunctionDelivery functions, EmailDelivery emails, Action<string> say)
{
    private readonly Dictionary<string, IDelivery> _byProtocol = new()
    {
        ["sqs"] = queues,
        ["lambda"] = functions,
        ["email"] = emails,
        ["email-json"] = emails,
    };

    /// <summary>Delivers a notification.</summary>
    public async Task DeliverAsync(Topic topic, Notification notification)
    {
        foreach (var subscription in topic.Subscriptions)
        {
            if (subscription.Filter is null || subscription.Filter.Matches(notification, subscription.Protocol))
            {
                await DeliverAsync(notification, subscription);
            }
        }
    }

    private async Task DeliverAsync(Notification notification, Subscription subscription)
    {
        try
        {
            await _byProtocol[subscription.Protocol].DeliverAsync(notification, subscription);
        }
        catch (DeliveryException failure)
        {
            Save(notification, subscription, failure);
        }
    }

    // On AWS the metrics NumberOfNotificationsFailed and NumberOfNotificationsFailedToRedriveToDlq count what is lost.
    private void Save(Notification notification, Subscription subscription, DeliveryException failure)
    {
        var reason = failure.Message;
        if (subscription.DeadLetterQueue is { } deadLetters)
        {
            try
            {
                queues.Send(deadLetters, notification, subscription);
                return;
            }
            catch (DeliveryException second)
            {
                reason = second.Message;
            }
        }

        say($"A notification of {notification.TopicArn} for {subscription.Endpoint} is lost: {reason}");
    }
}
