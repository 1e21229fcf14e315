namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says of itself as a client of the user pool and around its resources, all of it.</summary>
public sealed class SiteStackTests
{
    [Fact]
    public void Clients_AreExactlyThese() => Exactly.This("Site", "AWS::Cognito::UserPoolClient", """
        AccessTokenValidity = 60  ×1
        AllowedOAuthFlows = [code]  ×1
        AllowedOAuthFlowsUserPoolClient = true  ×1
        AllowedOAuthScopes = [openid, email, profile]  ×1
        CallbackURLs = [https://${/Edge/Distribution.DomainName}/signed-in.html]  dev ×1 prod ×1
        CallbackURLs = [https://lexicon.example.com/signed-in.html]  full ×1
        EnableTokenRevocation = true  ×1
        ExplicitAuthFlows = [ALLOW_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]  dev ×1
        ExplicitAuthFlows = [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]  prod ×1 full ×1
        GenerateSecret = false  ×1
        IdTokenValidity = 60  ×1
        LogoutURLs = [https://${/Edge/Distribution.DomainName}/]  dev ×1 prod ×1
        LogoutURLs = [https://lexicon.example.com/]  full ×1
        PreventUserExistenceErrors = ENABLED  ×1
        RefreshTokenValidity = 43200  ×1
        SupportedIdentityProviders = [COGNITO]  ×1
        TokenValidityUnits.AccessToken = minutes  ×1
        TokenValidityUnits.IdToken = minutes  ×1
        TokenValidityUnits.RefreshToken = minutes  ×1
        UserPoolId = ${import Lexicon-{stage}-Data-UserPoolId}  ×1
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Site", """
        Mappings.AWSCloudFrontPartitionHostedZoneIdMap.aws-cn.zoneId = Z3RFFRIM2A3IF5  full ×1
        Mappings.AWSCloudFrontPartitionHostedZoneIdMap.aws.zoneId = Z2FDTNDATAQYW2  full ×1
        Outputs.DistributionId.Description = The distribution, whose metrics are watched  ×1
        Outputs.DistributionId.Export.Name = Lexicon-{stage}-Site-DistributionId  ×1
        Outputs.DistributionId.Value = ${/Edge/Distribution}  ×1
        Outputs.PagesBucketName.Description = The bucket with the pages, for context dataEvents=true  ×1
        Outputs.PagesBucketName.Export.Name = Lexicon-{stage}-Site-PagesBucketName  ×1
        Outputs.PagesBucketName.Value = ${/Pages/Bucket}  ×1
        Outputs.SiteUrl.Description = The site  ×1
        Outputs.SiteUrl.Value = https://${/Edge/Distribution.DomainName}  dev ×1 prod ×1
        Outputs.SiteUrl.Value = https://lexicon.example.com  full ×1
        Outputs.UserPoolClientId.Description = The site as a client of the user pool  ×1
        Outputs.UserPoolClientId.Value = ${/SignIn/Client}  ×1
        """);
}
