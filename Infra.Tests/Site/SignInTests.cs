using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Site;

/// <summary>The site's client of the user pool.</summary>
public sealed class SignInTests
{
    [Theory]
    [InEveryVariant]
    public void Client_UsesTheCodeFlowWithoutASecret(string stage)
    {
        var client = Client(stage);

        Assert.Equal("code", client.Text("AllowedOAuthFlows"));
        Assert.Equal("true", client.Text("AllowedOAuthFlowsUserPoolClient"));
        Assert.Equal("openid, email, profile", client.Text("AllowedOAuthScopes"));
        Assert.Equal("false", client.Text("GenerateSecret"));
        Assert.Equal("COGNITO", client.Text("SupportedIdentityProviders"));
        Assert.Equal($"${{import Lexicon-{Stages.Named(stage).Name}-Data-UserPoolId}}", client.Text("UserPoolId"));
    }

    [Theory]
    [InEveryVariant]
    public void Client_ReturnsToTheSiteOnly(string stage)
    {
        var site = stage == "full" ? "https://lexicon.example.com" : "https://${EdgeDistribution0060737B.DomainName}";

        Assert.Equal($"{site}/signed-in.html", Client(stage).Text("CallbackURLs"));
        Assert.Equal($"{site}/", Client(stage).Text("LogoutURLs"));
    }

    [Fact]
    public void Password_MayBeSentByApiInDevOnly()
    {
        string[] always = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];

        Assert.Equal(always.Append("ALLOW_USER_PASSWORD_AUTH").Order(), Client("dev").Texts("ExplicitAuthFlows").Order());
        Assert.Equal(always, Client("prod").Texts("ExplicitAuthFlows").Order());
        Assert.Equal(always, Client("full").Texts("ExplicitAuthFlows").Order());
    }

    [Theory]
    [InEveryVariant]
    public void Client_TellsNobodyWhoHasAnAccount_AndCanRevoke(string stage)
    {
        Assert.Equal("ENABLED", Client(stage).Text("PreventUserExistenceErrors"));
        Assert.Equal("true", Client(stage).Text("EnableTokenRevocation"));
    }

    [Theory]
    [InEveryVariant]
    public void Tokens_LastAnHour_AndASessionThirtyDays(string stage)
    {
        Assert.Equal("60 minutes", Validity("IdToken"));
        Assert.Equal("60 minutes", Validity("AccessToken"));
        Assert.Equal($"{30 * 24 * 60} minutes", Validity("RefreshToken"));

        string Validity(string token) =>
            $"{Client(stage).Text($"{token}Validity")} {Client(stage).Text($"TokenValidityUnits.{token}")}";
    }

    private static Resource Client(string stage) => Stages.Named(stage).Site.Only("AWS::Cognito::UserPoolClient");
}
