using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>
/// Queues, whose policy must let EventBridge send for the rule
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions).
/// </summary>
internal sealed class QueueTargets(IQueues queues) : ITargetService
{
    public string ArnService => "sqs";

    public Task SendAsync(Rule rule, Target target, string input, CancellationToken cancellation)
    {
        Send(target.Arn, rule, new NewMessage(input) { GroupId = target.MessageGroupId });
        return Task.CompletedTask;
    }

    /// <summary>Sends a message on behalf of a rule.</summary>
    /// <exception cref="DeliveryException">It was not sent.</exception>
    public void Send(string queueArn, Rule rule, NewMessage message)
    {
        var sender = TargetServices.SenderFor(rule, "sqs:SendMessage", queueArn);
        try
        {
            if (queues.Find(queueArn) is null)
            {
                throw new DeliveryException("NO_RESOURCE", "The specified queue does not exist.");
            }

            var decision = queues.Authorize(sender);
            if (!decision.Allowed)
            {
                throw new DeliveryException("NO_PERMISSIONS", decision.Message);
            }

            queues.Send(queueArn, sender.Caller, message);
        }
        catch (SqsException refusal)
        {
            throw new DeliveryException("SDK_CLIENT_ERROR", refusal.Message);
        }
    }
}
