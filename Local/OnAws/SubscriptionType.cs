using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::SNS::Subscription</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html).
/// </summary>
internal sealed class SubscriptionType()
    : OnAwsType("AWS::SNS::Subscription", "sends what is published by mail or to a service; nothing is sent from this machine")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var arn = $"{Text(resource, "TopicArn")}:{resource.ShortId(12)}";
        return new(arn) { Attributes = Attributes(("Arn", arn)) };
    }
}
