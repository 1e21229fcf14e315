using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Route53::HostedZone</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html).
/// </summary>
internal sealed class HostedZoneType()
    : OnAwsType("AWS::Route53::HostedZone", "answers for a domain; here names are those of this machine")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var id = $"Z{resource.ShortId(19).ToUpperInvariant()}";
        return new(id) { Attributes = Attributes(("Id", id)) };
    }
}
