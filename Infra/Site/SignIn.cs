using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Lexicon.Infra.Site;

/// <summary>
/// The site as a client of the user pool: OpenID Connect, authorization code with PKCE, without a secret, since a browser
/// cannot keep one. See https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html.
/// </summary>
internal sealed class SignIn : Construct
{
    public SignIn(Construct scope, string id, StageSettings settings, string userPoolId, string siteUrl)
        : base(scope, id)
    {
        ClientId = new UserPoolClient(this, "Client", new UserPoolClientProps
        {
            UserPool = UserPool.FromUserPoolId(this, "Pool", userPoolId),
            GenerateSecret = false,
            AuthFlows = new AuthFlow { UserSrp = true, UserPassword = settings.AllowsPasswordSignIn },
            OAuth = new OAuthSettings
            {
                Flows = new OAuthFlows { AuthorizationCodeGrant = true },
                Scopes = [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
                CallbackUrls = [$"{siteUrl}/signed-in.html"],
                LogoutUrls = [$"{siteUrl}/"],
            },
            SupportedIdentityProviders = [UserPoolClientIdentityProvider.COGNITO],
            PreventUserExistenceErrors = true,
            EnableTokenRevocation = true,
            AccessTokenValidity = Duration.Hours(1),
            IdTokenValidity = Duration.Hours(1),
            RefreshTokenValidity = Duration.Days(30),
        }).UserPoolClientId;
    }

    public string ClientId { get; }
}
