using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Resources;

/// <summary><c>AWS::DynamoDB::Table</c>.</summary>
internal sealed class TableType(Tables tables)
    : ResourceType<TableProperties>(
        "AWS::DynamoDB::Table",
        "a table in DynamoDB Local, which listens on every interface behind a secret key; created once and kept in the data folder")
{
    protected override ProvisionedResource Provision(TemplateResource resource, TableProperties properties)
    {
        if (properties.BillingMode == "PROVISIONED" && properties.ProvisionedThroughput is null)
        {
            throw StartupException.At(
                resource.Place, "ProvisionedThroughput", "property 'ProvisionedThroughput' is required with billing mode PROVISIONED");
        }

        return tables.Provision(new TableCheck(resource, new TableDefinition
        {
            Place = resource.Place,
            Name = properties.TableName ?? resource.PhysicalName(),
            Attributes = properties.AttributeDefinitions,
            Key = properties.KeySchema,
            BillingMode = properties.BillingMode,
            Throughput = properties.ProvisionedThroughput,
            GlobalIndexes = properties.GlobalSecondaryIndexes,
            LocalIndexes = properties.LocalSecondaryIndexes,
            StreamView = properties.StreamSpecification?.StreamViewType,
            TimeToLive = properties.TimeToLiveSpecification is { Enabled: true } expiry ? expiry.AttributeName ?? "" : null,
            IsRecoverable = properties.PointInTimeRecoverySpecification is { PointInTimeRecoveryEnabled: true },
            IsProtected = properties.DeletionProtectionEnabled,
            Policy = properties.ResourcePolicy?.PolicyDocument,
        }).Run());
    }
}
