using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>The site's client of the user pool.</summary>
public sealed class SignInTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Client_UsesTheCodeFlowWithoutASecret(string stage)
    {
        var client = Client(stage);

        Assert.Equal("code", client.Text("AllowedOAuthFlows"));
        Assert.Equal("true", client.Text("AllowedOAuthFlowsUserPoolClient"));
        Assert.Equal("openid, email, profile", client.Text("AllowedOAuthScopes"));
        Assert.Equal("false", client.Text("GenerateSecret"));
        Assert.Equal("COGNITO", client.Text("SupportedIdentityProviders"));
        Assert.Equal($"${{import Lexicon-{stage}-Data-UserPoolId}}", client.Text("UserPoolId"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Client_ReturnsToTheSiteOnly(string stage)
    {
        Assert.Equal("https://${EdgeDistribution0060737B.DomainName}/signed-in.html", Client(stage).Text("CallbackURLs"));
        Assert.Equal("https://${EdgeDistribution0060737B.DomainName}/", Client(stage).Text("LogoutURLs"));
    }

    [Fact]
    public void Password_MayBeSentByApiInDevOnly()
    {
        Assert.Equal(["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"], Client("dev").Texts("ExplicitAuthFlows").Order());
        Assert.Equal(["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"], Client("prod").Texts("ExplicitAuthFlows").Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Client_TellsNobodyWhoHasAnAccount_AndCanRevoke(string stage)
    {
        Assert.Equal("ENABLED", Client(stage).Text("PreventUserExistenceErrors"));
        Assert.Equal("true", Client(stage).Text("EnableTokenRevocation"));
        Assert.Equal(("60", "60", "43200"), (Client(stage).Text("IdTokenValidity"), Client(stage).Text("AccessTokenValidity"), Client(stage).Text("RefreshTokenValidity")));
    }

    private static Resource Client(string stage) => Stages.Named(stage).Site.Only("AWS::Cognito::UserPoolClient");
}
