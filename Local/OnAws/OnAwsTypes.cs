using Lexicon.Local.CloudFormation;
using static Lexicon.Local.OnAws.OnAwsIds;

namespace Lexicon.Local.OnAws;

/// <summary>
/// The resource types that do their work on AWS alone. What <c>Ref</c> and <c>Fn::GetAtt</c> return for AWS::Service::Resource is on
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-service-resource.html, in small letters.
/// </summary>
internal static class OnAwsTypes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IResourceType> All { get; } = (OnAwsType[])
    [
        new(
            "AWS::Backup::BackupPlan",
            "copies a table at set times; here make backup copies all data",
            Key,
            ("BackupPlanArn", id => Account.Arn("backup", $"backup-plan:{id}")),
            ("BackupPlanId", Same),
            ("VersionId", Same)),
        new("AWS::Backup::BackupSelection", "says what a plan copies; here no plan runs", Key, ("Id", Same), ("SelectionId", Same)),
        new(
            "AWS::Backup::BackupVault",
            "keeps copies that a plan makes; here they are files of the backups folder",
            Named("BackupVaultName"),
            ("BackupVaultArn", name => Account.Arn("backup", $"backup-vault:{name}")),
            ("BackupVaultName", Same)),
        new("AWS::Budgets::Budget", "warns of a bill; here there is none", Generated),
        new(
            "AWS::CertificateManager::Certificate",
            "proves the site's own name to browsers; there is no TLS on loopback",
            CertificateArn),
        new(
            "AWS::CloudTrail::Trail",
            "records API calls in a bucket; calls on this machine are not recorded",
            Named("TrailName"),
            ("Arn", name => Account.Arn("cloudtrail", $"trail/{name}"))),
        new(
            "AWS::CloudWatch::Alarm",
            "watches a metric and tells a topic when it crosses its threshold; no metric is kept here",
            Named("AlarmName"),
            ("Arn", AlarmArn)),
        new("AWS::CloudWatch::CompositeAlarm", "watches other alarms, which watch nothing here", Named("AlarmName"), ("Arn", AlarmArn)),
        new(
            "AWS::CloudWatch::Dashboard",
            "draws metrics, of which none is kept here; the runner's own page shows the logs",
            Named("DashboardName")),
        new("AWS::CodeDeploy::Application", "groups deployments; here a start replaces everything at once", Named("ApplicationName")),
        new(
            "AWS::CodeDeploy::DeploymentConfig",
            "says in which steps traffic moves to a new version; here it moves at once",
            Named("DeploymentConfigName")),
        new(
            "AWS::CodeDeploy::DeploymentGroup",
            "moves an alias to a new version step by step and back on an alarm; here an alias leads to its version at once",
            Named("DeploymentGroupName")),
        new(
            "AWS::IAM::OIDCProvider",
            "trusts the tokens of another identity provider; nobody signs in to this machine's account by federation",
            ProviderArn,
            ("Arn", Same)),
        new("AWS::KMS::Alias", "names a key; nothing is encrypted with keys here", Named("AliasName")),
        new(
            "AWS::KMS::Key",
            "encrypts what is stored; the data folder is as encrypted as the disk is",
            Key,
            ("Arn", id => Account.Arn("kms", $"key/{id}")),
            ("KeyId", Same)),
        new("AWS::Logs::MetricFilter", "counts log events into a metric; no metric is kept here", Named("FilterName")),
        new(
            "AWS::Logs::QueryDefinition",
            "keeps a query for CloudWatch Logs Insights; here the logs are files to search",
            Generated,
            ("QueryDefinitionId", Same)),
        new(
            "AWS::Logs::ResourcePolicy",
            "lets services of AWS write to log groups; the services here need no permission for it",
            Named("PolicyName")),
        new(
            "AWS::Route53::HostedZone", "answers for a domain; here names are those of this machine", HostedZone, ("Id", Same)),
        new("AWS::Route53::RecordSet", "leads the site's own name to the distribution; here the address is localhost", Named("Name")),
        new("AWS::Route53::RecordSetGroup", "leads the site's own names to the distribution; here the address is localhost", Generated),
    ];

    private static string Same(string reference) => reference;

    private static string AlarmArn(string name) => Account.Arn("cloudwatch", $"alarm:{name}");
}
