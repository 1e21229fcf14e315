using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Route53::RecordSet</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html).
/// </summary>
internal sealed class RecordSetType()
    : OnAwsType("AWS::Route53::RecordSet", "leads the site's own name to the distribution; here the address is localhost")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "Name"));
}
