namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What lets somebody in past roles and policies is in no stack: users with keys that never end, addresses of functions that ask nobody,
/// another account's key to the tables, credentials for guests, sign-in by somebody else's word.
/// </summary>
public sealed class NobodyGetsInBesides : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Url/Properties/AuthType", "\"NONE\""),
        Set("/User", """{"Type":"AWS::IAM::User"}"""),
        Set("/Guests", """{"Type":"AWS::Cognito::IdentityPool"}"""),
        Set("/Guests", """{"Type":"AWS::Cognito::IdentityPool","Properties":{"AllowUnauthenticatedIdentities":true}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        where Types.Contains(resource.Type) || (resource.Type == "AWS::Lambda::Url" && resource.Text("AuthType") != "AWS_IAM")
            || (resource.Type == "AWS::Cognito::IdentityPool" && resource.Text("AllowUnauthenticatedIdentities") != "false")
            || resource["ResourcePolicy"] is not null || resource.Items("Replicas").Any(replica => replica["ResourcePolicy"] is not null)
        select $"{resource.Construct} is a {resource.Type}";

    private static readonly string[] Types =
    [
        "AWS::IAM::AccessKey", "AWS::IAM::Group", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::User",
        "AWS::IAM::UserPolicy", "AWS::Budgets::BudgetsAction", "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Macro",
        "AWS::CloudFormation::Stack", "AWS::Cognito::UserPoolIdentityProvider",
        "AWS::Cognito::UserPoolUser", "AWS::EC2::Instance", "AWS::EC2::VPCPeeringConnection", "AWS::Lambda::LayerVersionPermission",
        "AWS::Logs::Destination", "AWS::Logs::ResourcePolicy", "AWS::Logs::SubscriptionFilter", "AWS::RAM::ResourceShare",
        "AWS::S3::AccessPoint", "AWS::S3::MultiRegionAccessPoint",
    ];
}
