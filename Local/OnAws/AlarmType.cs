using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CloudWatch::Alarm</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html).
/// </summary>
internal sealed class AlarmType()
    : OnAwsType("AWS::CloudWatch::Alarm", "watches a metric and tells a topic when it crosses its threshold; no metric is kept here")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var name = NameOf(resource, "AlarmName");
        return new(name) { Attributes = Attributes(("Arn", Account.Arn("cloudwatch", $"alarm:{name}"))) };
    }
}
