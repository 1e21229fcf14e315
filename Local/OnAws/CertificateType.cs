using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CertificateManager::Certificate</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html).
/// </summary>
internal sealed class CertificateType()
    : OnAwsType("AWS::CertificateManager::Certificate", "proves the site's own name to browsers; there is no TLS on loopback")
{
    protected override ProvisionedResource Identify(TemplateResource resource) =>
        new(Account.Arn("acm", $"certificate/{resource.ShortId(32)}"));
}
