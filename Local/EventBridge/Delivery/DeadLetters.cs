using System.Globalization;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Targets;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>
/// Sends what could not be delivered to the target's dead-letter queue: the event, and why, as attributes
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html).
/// </summary>
internal sealed class DeadLetters(QueueTargets queues)
{
    /// <summary>Sends an event, or reports that it is lost.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="target">The target that did not get it.</param>
    /// <param name="delivery">The event.</param>
    /// <param name="failure">Why the last attempt failed.</param>
    /// <param name="exhausted">Which bound of the retry policy was reached; null: none.</param>
    public void Send(Rule rule, Target target, PendingDelivery delivery, DeliveryException failure, string? exhausted)
    {
        try
        {
            if (target.DeadLetterQueue is not { } queue)
            {
                throw failure;
            }

            var attributes = Attributes(rule, target, delivery, failure, exhausted);
            queues.Send(queue, rule, new NewMessage(delivery.Event) { Attributes = attributes });
        }
        catch (DeliveryException lost)
        {
            // On AWS a metric counts it; here the terminal shows it.
            Progress.Say($"An event of the rule {rule.Name} for {target.Arn} is lost: {lost.Message}");
        }
    }

    private static Dictionary<string, MessageAttribute> Attributes(
        Rule rule, Target target, PendingDelivery delivery, DeliveryException failure, string? exhausted)
    {
        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["RULE_ARN"] = MessageAttribute.Text(rule.Arn),
            ["TARGET_ARN"] = MessageAttribute.Text(target.Arn),
            ["ERROR_CODE"] = MessageAttribute.Text(failure.Code),
            ["ERROR_MESSAGE"] = MessageAttribute.Text(failure.Message),
            ["RETRY_ATTEMPTS"] = MessageAttribute.Text((delivery.Attempts - 1).ToString(CultureInfo.InvariantCulture)),
        };
        if (exhausted is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = MessageAttribute.Text(exhausted);
        }

        return attributes;
    }
}
