using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sns.Resources;

/// <summary>
/// <c>AWS::SNS::Subscription</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html).
/// </summary>
internal sealed class SubscriptionType(Topics topics)
    : ResourceType<SubscriptionProperties>("AWS::SNS::Subscription", "a subscription; e-mails are shown at the terminal, and not sent")
{
    protected override ProvisionedResource Provision(TemplateResource resource, SubscriptionProperties properties)
    {
        var topic = topics.Find(properties.TopicArn)
            ?? throw resource.NotFound(nameof(properties.TopicArn), $"the topic {properties.TopicArn}");
        var subscription = SubscriptionFactory.Subscribe(resource, topic, "", properties);
        return new(subscription.Arn) { Attributes = new Dictionary<string, string> { ["Arn"] = subscription.Arn } };
    }
}
