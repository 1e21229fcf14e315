using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CloudTrail::Trail</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html).
/// </summary>
internal sealed class TrailType()
    : OnAwsType("AWS::CloudTrail::Trail", "records API calls in a bucket; calls on this machine are not recorded")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var name = NameOf(resource, "TrailName");
        return new(name) { Attributes = Attributes(("Arn", Account.Arn("cloudtrail", $"trail/{name}"))) };
    }
}
