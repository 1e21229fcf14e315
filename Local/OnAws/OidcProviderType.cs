using Lexicon.Local.Assembly;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::IAM::OIDCProvider</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html).
/// </summary>
internal sealed class OidcProviderType()
    : OnAwsType("AWS::IAM::OIDCProvider", "trusts the tokens of another identity provider; nobody signs in to this machine's account by federation")
{
    /// <inheritdoc/>
    protected override Realised Identify(Resource resource)
    {
        var host = (Text(resource, "Url") ?? resource.PhysicalName()).Replace("https://", "", StringComparison.Ordinal).TrimEnd('/');
        var arn = Account.GlobalArn("iam", $"oidc-provider/{host}");
        return new(arn) { Attributes = Attributes(("Arn", arn)) };
    }
}
