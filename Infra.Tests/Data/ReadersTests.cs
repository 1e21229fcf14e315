namespace Lexicon.Infra.Tests.Data;

/// <summary>The accounts of the readers.</summary>
public sealed class ReadersTests
{
    [Theory, InEveryVariant]
    public void Readers_SignThemselvesUpByEmail_WhichIsProvenByACode(string stage)
    {
        Pool(stage).Says(
            ("UsernameAttributes", "email"), ("AutoVerifiedAttributes", "email"), ("UsernameConfiguration.CaseSensitive", "false"),
            ("AdminCreateUserConfig.AllowAdminCreateUserOnly", "false"),
            ("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", "email"),
            ("VerificationMessageTemplate.DefaultEmailOption", "CONFIRM_WITH_CODE"),
            ("VerificationMessageTemplate.EmailMessage", "The verification code to your new account is {####}"),
            ("EmailVerificationMessage", "The verification code to your new account is {####}"));
        Assert.Equal("""[{"Mutable":true,"Name":"email","Required":true}]""", Pool(stage)["Schema"]!.ToJsonString());
        Assert.Equal(
            """[{"Name":"verified_email","Priority":1}]""", Pool(stage)["AccountRecoverySetting.RecoveryMechanisms"]!.ToJsonString());
    }

    [Theory, InEveryVariant]
    public void Passwords_AreStrong_AndASecondFactorIsAnAppForWhoWantsIt(string stage) => Pool(stage).Says(
        ("Policies.PasswordPolicy.MinimumLength", "10"), ("Policies.PasswordPolicy.TemporaryPasswordValidityDays", "3"),
        ("Policies.PasswordPolicy.RequireLowercase", "true"), ("Policies.PasswordPolicy.RequireUppercase", "true"),
        ("Policies.PasswordPolicy.RequireNumbers", "true"), ("Policies.PasswordPolicy.RequireSymbols", "true"),
        ("MfaConfiguration", "OPTIONAL"), ("EnabledMfas", "SOFTWARE_TOKEN_MFA"));

    [Theory, InEveryVariant]
    public void ThreatProtection_IsEnforcedOnlyIfAskedFor_SinceItCosts(string stage) => Pool(stage).Says(
        ("UserPoolTier", stage == "full" ? "PLUS" : "ESSENTIALS"),
        ("UserPoolAddOns.AdvancedSecurityMode", stage == "full" ? "ENFORCED" : ""));

    [Theory, InEveryVariant]
    public void SignInDomain_IsUniqueByStageAndAccount(string stage) => Stages.Named(stage).Data.Only("AWS::Cognito::UserPoolDomain").Says(
        ("Domain", $"lexicon-{Stages.Named(stage).Name}-${{AWS::AccountId}}"), ("UserPoolId", Pool(stage).Ref));

    private static Resource Pool(string stage) => Stages.Named(stage).Data.Only("AWS::Cognito::UserPool");
}
