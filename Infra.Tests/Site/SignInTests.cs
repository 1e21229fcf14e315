namespace Lexicon.Infra.Tests.Site;

/// <summary>The site's client of the user pool.</summary>
public sealed class SignInTests
{
    [Theory, InEveryVariant]
    public void Client_UsesTheCodeFlowWithoutASecret_AndReturnsToTheSiteOnly(string stage)
    {
        var distribution = Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution").LogicalId;
        var site = stage == "full" ? "https://lexicon.example.com" : $"https://${{{distribution}.DomainName}}";

        Client(stage).Says(
            ("AllowedOAuthFlows", "code"), ("AllowedOAuthFlowsUserPoolClient", "true"), ("AllowedOAuthScopes", "openid, email, profile"),
            ("GenerateSecret", "false"), ("SupportedIdentityProviders", "COGNITO"),
            ("UserPoolId", $"${{import Lexicon-{Stages.Named(stage).Name}-Data-UserPoolId}}"), ("CallbackURLs", $"{site}/signed-in.html"),
            ("LogoutURLs", $"{site}/"));
        Assert.Equal(Client(stage).Ref, Stages.Named(stage).Site.Output("UserPoolClientId"));
    }

    [Theory, InEveryVariant]
    public void Password_MayBeSentByApiInDevOnly(string stage) => Assert.Equal(
        [
            "ALLOW_REFRESH_TOKEN_AUTH",
            .. stage == "dev" ? ["ALLOW_USER_PASSWORD_AUTH"] : (string[])[],
            "ALLOW_USER_SRP_AUTH",
        ],
        Client(stage).Texts("ExplicitAuthFlows").Order());

    [Theory, InEveryVariant]
    public void Tokens_LastAnHour_ASessionThirtyDays_AndCanBeTakenBack(string stage) => Client(stage).Says(
        ("IdTokenValidity", "60"), ("AccessTokenValidity", "60"), ("RefreshTokenValidity", $"{30 * 24 * 60}"),
        ("TokenValidityUnits.IdToken", "minutes"), ("TokenValidityUnits.AccessToken", "minutes"),
        ("TokenValidityUnits.RefreshToken", "minutes"), ("EnableTokenRevocation", "true"), ("PreventUserExistenceErrors", "ENABLED"));

    private static Resource Client(string stage) => Stages.Named(stage).Site.Only("AWS::Cognito::UserPoolClient");
}
