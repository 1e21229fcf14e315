using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::SNS::Topic</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html).
/// </summary>
internal sealed class TopicType()
    : OnAwsType("AWS::SNS::Topic", "carries the words of alarms to people; nothing publishes to it here")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var name = NameOf(resource, "TopicName");
        var arn = Account.Arn("sns", name);
        return new(arn) { Attributes = Attributes(("TopicArn", arn), ("TopicName", name)) };
    }
}
