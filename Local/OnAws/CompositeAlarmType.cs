using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CloudWatch::CompositeAlarm</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html).
/// </summary>
internal sealed class CompositeAlarmType()
    : OnAwsType("AWS::CloudWatch::CompositeAlarm", "watches other alarms, which watch nothing here")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var name = NameOf(resource, "AlarmName");
        return new(name) { Attributes = Attributes(("Arn", Account.Arn("cloudwatch", $"alarm:{name}"))) };
    }
}
