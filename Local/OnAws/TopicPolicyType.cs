using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::SNS::TopicPolicy</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html).
/// </summary>
internal sealed class TopicPolicyType()
    : OnAwsType("AWS::SNS::TopicPolicy", "says who may publish to a topic; nothing publishes here")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var id = resource.PhysicalName();
        return new(id) { Attributes = Attributes(("Id", id)) };
    }
}
