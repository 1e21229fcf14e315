using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The accounts of the readers.</summary>
public sealed class ReadersTests
{
    [Theory]
    [InEveryVariant]
    public void Readers_SignThemselvesUpByEmail(string stage)
    {
        var pool = Pool(stage);

        Assert.Equal("email", pool.Text("UsernameAttributes"));
        Assert.Equal("email", pool.Text("AutoVerifiedAttributes"));
        Assert.Equal("false", pool.Text("UsernameConfiguration.CaseSensitive"));
        Assert.Equal("false", pool.Text("AdminCreateUserConfig.AllowAdminCreateUserOnly"));
        Assert.Equal("""[{"Mutable":true,"Name":"email","Required":true}]""", pool["Schema"]!.ToJsonString());
    }

    [Theory]
    [InEveryVariant]
    public void Passwords_AreStrong(string stage)
    {
        Assert.Equal("10", Pool(stage).Text("Policies.PasswordPolicy.MinimumLength"));
        Assert.Equal("3", Pool(stage).Text("Policies.PasswordPolicy.TemporaryPasswordValidityDays"));
        Assert.All(
            ["RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols"],
            rule => Assert.Equal("true", Pool(stage).Text($"Policies.PasswordPolicy.{rule}")));
    }

    [Theory]
    [InEveryVariant]
    public void Account_IsRecoveredByItsVerifiedAddressOnly(string stage)
    {
        Assert.Equal(
            """[{"Name":"verified_email","Priority":1}]""",
            Pool(stage)["AccountRecoverySetting.RecoveryMechanisms"]!.ToJsonString());
        Assert.Equal("email", Pool(stage).Text("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate"));
    }

    [Theory]
    [InEveryVariant]
    public void SecondFactor_IsAnAuthenticatorApp_ForWhoWantsIt(string stage)
    {
        Assert.Equal("OPTIONAL", Pool(stage).Text("MfaConfiguration"));
        Assert.Equal("SOFTWARE_TOKEN_MFA", Pool(stage).Text("EnabledMfas"));
    }

    [Theory]
    [InEveryVariant]
    public void NoTextMessage_IsEverSent(string stage) => Assert.Null(Pool(stage)["SmsConfiguration"]);

    [Theory]
    [InBothStages]
    public void ThreatProtection_CostsNothing_UnlessAskedFor(string stage)
    {
        Assert.Equal("ESSENTIALS", Pool(stage).Text("UserPoolTier"));
        Assert.Null(Pool(stage)["UserPoolAddOns"]);
    }

    [Fact]
    public void ThreatProtection_IsEnforced_WhenAskedFor()
    {
        var pool = Stages.Full.Data.Only("AWS::Cognito::UserPool");

        Assert.Equal(("PLUS", "ENFORCED"), (pool.Text("UserPoolTier"), pool.Text("UserPoolAddOns.AdvancedSecurityMode")));
    }

    [Theory]
    [InEveryVariant]
    public void SignInDomain_IsUniqueByStageAndAccount(string stage)
    {
        var domain = Stages.Named(stage).Data.Only("AWS::Cognito::UserPoolDomain");

        Assert.Equal($"lexicon-{Stages.Named(stage).Name}-${{AWS::AccountId}}", domain.Text("Domain"));
        Assert.Equal("${ReadersPoolE73218F0}", domain.Text("UserPoolId"));
    }

    [Theory]
    [InEveryVariant]
    public void Address_IsProvenByACode(string stage)
    {
        Assert.Equal("CONFIRM_WITH_CODE", Pool(stage).Text("VerificationMessageTemplate.DefaultEmailOption"));
        Assert.All(
            ["VerificationMessageTemplate.EmailMessage", "EmailVerificationMessage"],
            message => Assert.Equal("The verification code to your new account is {####}", Pool(stage).Text(message)));
    }

    private static Resource Pool(string stage) => Stages.Named(stage).Data.Only("AWS::Cognito::UserPool");
}
