using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.OnAws;
using Lexicon.Local.Tests.CloudFormation;

namespace Lexicon.Local.Tests.OnAws;

public sealed class OnAwsTypesTests
{
    private const string InAccount = "us-east-1:123456789012";

    /// <summary>A type, properties, and what <c>Ref</c> and <c>Fn::GetAtt</c> give by the AWS page of the type.</summary>
    public static TheoryData<string, string, string, string> Identities => new()
    {
        {
            "AWS::Backup::BackupVault", """{"BackupVaultName":"vault"}""", "^vault$",
            $$"""{"BackupVaultArn":"arn:aws:backup:{{InAccount}}:backup-vault:vault","BackupVaultName":"vault"}"""
        },
        { "AWS::Backup::BackupPlan", """{"BackupPlan":{}}""", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", null! },
        { "AWS::Backup::BackupSelection", """{"BackupPlanId":"id"}""", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", null! },
        { "AWS::Budgets::Budget", """{"Budget":{"BudgetName":"ignored"}}""", "^One-It-[A-Z0-9]{12}$", "{}" },
        {
            "AWS::CertificateManager::Certificate", """{"DomainName":"a.example"}""",
            $"^arn:aws:acm:{InAccount}:certificate/[a-z0-9]{{32}}$", "{}"
        },
        { "AWS::CloudTrail::Trail", """{"TrailName":"data"}""", "^data$", $$"""{"Arn":"arn:aws:cloudtrail:{{InAccount}}:trail/data"}""" },
        {
            "AWS::CloudWatch::Alarm", """{"AlarmName":"errors"}""", "^errors$",
            $$"""{"Arn":"arn:aws:cloudwatch:{{InAccount}}:alarm:errors"}"""
        },
        {
            "AWS::CloudWatch::CompositeAlarm", """{"AlarmName":"any"}""", "^any$",
            $$"""{"Arn":"arn:aws:cloudwatch:{{InAccount}}:alarm:any"}"""
        },
        { "AWS::CloudWatch::Dashboard", """{"DashboardName":"board"}""", "^board$", "{}" },
        { "AWS::CodeDeploy::Application", """{"ComputePlatform":"Lambda"}""", "^One-It-[A-Z0-9]{12}$", "{}" },
        { "AWS::CodeDeploy::DeploymentConfig", """{"DeploymentConfigName":"slow"}""", "^slow$", "{}" },
        { "AWS::CodeDeploy::DeploymentGroup", """{"DeploymentGroupName":"live"}""", "^live$", "{}" },
        {
            "AWS::IAM::OIDCProvider", """{"Url":"https://token.example"}""", "^arn:aws:iam::123456789012:oidc-provider/token.example$",
            """{"Arn":"arn:aws:iam::123456789012:oidc-provider/token.example"}"""
        },
        { "AWS::KMS::Alias", """{"AliasName":"alias/table"}""", "^alias/table$", "{}" },
        { "AWS::Logs::MetricFilter", """{"FilterName":"faults"}""", "^faults$", "{}" },
        { "AWS::Logs::ResourcePolicy", """{"PolicyName":"edge"}""", "^edge$", "{}" },
        { "AWS::Route53::RecordSet", """{"Name":"a.example"}""", "^a.example$", "{}" },
        { "AWS::Route53::RecordSetGroup", """{"HostedZoneName":"example."}""", "^One-It-[A-Z0-9]{12}$", "{}" },
        { "AWS::Logs::QueryDefinition", """{"Name":"slow"}""", "^One-It-[A-Z0-9]{12}$", null! },
        { "AWS::KMS::Key", """{"EnableKeyRotation":true}""", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", null! },
        { "AWS::Route53::HostedZone", """{"Name":"example."}""", "^Z[A-Z0-9]{19}$", null! },
    };

    [Theory]
    [MemberData(nameof(Identities))]
    public void Provision_GivesWhatReferencesToItNeed(string type, string properties, string reference, string? attributes)
    {
        var provisioned = Provision(type, properties);

        Assert.Matches(reference, provisioned.Ref);
        Assert.Equal(provisioned, Provision(type, properties) with { Attributes = provisioned.Attributes });
        if (attributes is not null)
        {
            Assert.Equal(attributes, new JsonObject(
                provisioned.Attributes.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value))).ToJsonString());
        }
    }

    [Fact]
    public void EveryType_IsTested() =>
        Assert.Equal(
            OnAwsTypes.All.Select(type => type.Name).Order(StringComparer.Ordinal),
            Identities.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Check_ListsEachResourceOnceAndRefusesNothingOfIt()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Resources":{"Errors":{"Type":"AWS::CloudWatch::Alarm","DeletionPolicy":"Delete",
              "Properties":{"AlarmName":"errors","Threshold":1}}}}
            """);

        var check = new TemplateCheck(folder.Load(), new ResourceTypes(OnAwsTypes.All)).Run();

        Assert.Empty(check.Refused);
        Assert.Equal(
            [
                "One/Errors (AWS::CloudWatch::Alarm): nothing here; on AWS it watches a metric and tells a topic when it crosses its "
                + "threshold; no metric is kept here",
            ],
            check.Ignored.Select(finding => finding.Line));
    }

    [Fact]
    public void Key_HasItsIdInItsArn()
    {
        var provisioned = Provision("AWS::KMS::Key", "{}");

        Assert.Equal($"arn:aws:kms:us-east-1:123456789012:key/{provisioned.Ref}", provisioned.Attributes["Arn"]);
        Assert.Equal(provisioned.Ref, provisioned.Attributes["KeyId"]);
    }

    private static ProvisionedResource Provision(string type, string properties) =>
        OnAwsTypes.All.Provision(type, "It", properties, "One");
}
