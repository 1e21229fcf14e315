using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Route53::RecordSetGroup</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordsetgroup.html).
/// </summary>
internal sealed class RecordSetGroupType()
    : OnAwsType("AWS::Route53::RecordSetGroup", "leads the site's own names to the distribution; here the address is localhost")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(resource.PhysicalName());
}
