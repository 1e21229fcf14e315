using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>The resource types that do their work on AWS alone.</summary>
internal static class OnAwsTypes
{
    /// <summary>All of them.</summary>
    public static IEnumerable<IResourceType> All =>
    [
        new AlarmType(),
        new BudgetType(),
        new CertificateType(),
        new CodeDeployApplicationType(),
        new CompositeAlarmType(),
        new DashboardType(),
        new DeploymentConfigType(),
        new DeploymentGroupType(),
        new HostedZoneType(),
        new KeyAliasType(),
        new KeyType(),
        new LogsResourcePolicyType(),
        new MetricFilterType(),
        new OidcProviderType(),
        new QueryDefinitionType(),
        new RecordSetGroupType(),
        new RecordSetType(),
        new SubscriptionType(),
        new TopicPolicyType(),
        new TopicType(),
        new TrailType(),
    ];
}
