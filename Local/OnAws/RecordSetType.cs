using Lexicon.Local.Assembly;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Route53::RecordSet</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html).
/// </summary>
internal sealed class RecordSetType()
    : OnAwsType("AWS::Route53::RecordSet", "leads the site's own name to the distribution; here the address is localhost")
{
    /// <inheritdoc/>
    protected override Realised Identify(Resource resource) => new(NameOf(resource, "Name"));
}
