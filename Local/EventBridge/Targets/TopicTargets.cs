using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Sns;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>
/// Topics, whose policy must let EventBridge publish for the rule
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions).
/// </summary>
internal sealed class TopicTargets(ITopics topics) : ITargetService
{
    public string ArnService => "sns";

    public async Task SendAsync(Rule rule, Target target, string input, CancellationToken cancellation)
    {
        if (!topics.Exists(target.Arn))
        {
            throw new DeliveryException("NO_RESOURCE", "Topic does not exist");
        }

        var decision = topics.Authorize(TargetServices.SenderFor(rule, "SNS:Publish", target.Arn));
        if (!decision.Allowed)
        {
            throw new DeliveryException("NO_PERMISSIONS", decision.Message);
        }

        try
        {
            await topics.PublishAsync(target.Arn, new NewNotification(input));
        }
        catch (SnsException refusal)
        {
            throw new DeliveryException("SDK_CLIENT_ERROR", refusal.Message);
        }
    }
}
