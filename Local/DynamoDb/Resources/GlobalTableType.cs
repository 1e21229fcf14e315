using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Schema;
using static Lexicon.Local.DynamoDb.Resources.TableProperties;

namespace Lexicon.Local.DynamoDb.Resources;

/// <summary><c>AWS::DynamoDB::GlobalTable</c>, of which the replica in our Region is provisioned.</summary>
internal sealed class GlobalTableType(Tables tables) : ResourceType<GlobalTableProperties>(
    "AWS::DynamoDB::GlobalTable",
    "a table in DynamoDB Local, which listens on every interface behind a secret key; kept in the data folder; "
    + "replicas of other Regions exist only there")
{
    // On AWS the capacity of a global table scales by itself; the engine wants a figure, which it does not enforce.
    private static readonly Throughput Nominal = new() { ReadCapacityUnits = 1, WriteCapacityUnits = 1 };

    protected override ProvisionedResource Provision(TemplateResource resource, GlobalTableProperties properties)
    {
        var replica = properties.Replicas.FirstOrDefault(static replica => replica.Region == Account.Region)
            ?? throw resource.Refuse("Replicas", $"none is in {Account.Region}, the only Region here");
        var isProvisioned = properties.BillingMode == "PROVISIONED";
        return tables.Provision(new TableCheck(resource, new TableDefinition
        {
            Place = resource.Place,
            Name = properties.TableName ?? resource.PhysicalName(),
            Attributes = properties.AttributeDefinitions,
            Key = properties.KeySchema,
            BillingMode = properties.BillingMode,
            Throughput = isProvisioned ? Nominal : null,
            GlobalIndexes = isProvisioned
                ? [.. properties.GlobalSecondaryIndexes.Select(static index => index with { ProvisionedThroughput = Nominal })]
                : properties.GlobalSecondaryIndexes,
            LocalIndexes = properties.LocalSecondaryIndexes,
            StreamView = properties.StreamSpecification?.StreamViewType,
            TimeToLive = properties.TimeToLiveSpecification is { Enabled: true } expiry ? expiry.AttributeName ?? "" : null,
            IsRecoverable = replica.PointInTimeRecoverySpecification is { PointInTimeRecoveryEnabled: true },
            IsProtected = replica.DeletionProtectionEnabled,
            Policy = replica.ResourcePolicy?.PolicyDocument,
        }).Run());
    }
}
