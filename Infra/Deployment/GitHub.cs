using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Lexicon.Infra.Deployment;

/// <summary>
/// GitHub as an issuer of tokens. IAM knows the certificate authorities that it trusts for this host by itself, so no thumbprint
/// is pinned, which would break on the day that GitHub changes its certificate:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html.
/// </summary>
internal sealed class GitHub : Construct
{
    /// <summary>The host that issues the tokens, with which the names of their claims begin.</summary>
    public const string Issuer = "token.actions.githubusercontent.com";

    /// <summary>Whom the tokens are for.</summary>
    public const string Audience = "sts.amazonaws.com";

    public GitHub(Construct scope, string id, bool isThere)
        : base(scope, id)
    {
        // An account knows an issuer once, and its ARN follows from the host.
        ProviderArn = isThere
            ? Stack.Of(this).FormatArn(new ArnComponents
            {
                Service = "iam",
                Region = "",
                Resource = "oidc-provider",
                ResourceName = Issuer,
            })
            : Add();
    }

    public string ProviderArn { get; }

    private string Add() => new CfnOIDCProvider(this, "Provider", new CfnOIDCProviderProps
    {
        Url = $"https://{Issuer}",
        ClientIdList = [Audience],
    }).AttrArn;
}
