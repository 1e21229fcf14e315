using Lexicon.Local.Assembly;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CertificateManager::Certificate</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html).
/// </summary>
internal sealed class CertificateType()
    : OnAwsType("AWS::CertificateManager::Certificate", "proves the site's own name to browsers; there is no TLS on loopback")
{
    /// <inheritdoc/>
    protected override Realised Identify(Resource resource) => new(Account.Arn("acm", $"certificate/{resource.ShortId(32)}"));
}
