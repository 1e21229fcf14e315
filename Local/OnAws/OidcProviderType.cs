using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::IAM::OIDCProvider</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html).
/// </summary>
internal sealed class OidcProviderType()
    : OnAwsType(
        "AWS::IAM::OIDCProvider", "trusts the tokens of another identity provider; nobody signs in to this machine's account by federation")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var host = (Text(resource, "Url") ?? resource.PhysicalName()).Replace("https://", "", StringComparison.Ordinal).TrimEnd('/');
        var arn = Account.GlobalArn("iam", $"oidc-provider/{host}");
        return new(arn) { Attributes = Attributes(("Arn", arn)) };
    }
}
