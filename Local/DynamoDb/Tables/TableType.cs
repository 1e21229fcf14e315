using Lexicon.Local.Assembly;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary><c>AWS::DynamoDB::Table</c>.</summary>
internal sealed class TableType(TableCatalog catalog)
    : ResourceType<TableProperties>(
        "AWS::DynamoDB::Table",
        "a table in DynamoDB Local, which listens on every interface behind a secret key; created once and kept in the data folder")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, TableProperties properties)
    {
        if (properties.BillingMode == "PROVISIONED" && properties.ProvisionedThroughput is null)
        {
            throw new Refusal($"{resource.Place}: property 'ProvisionedThroughput' is required with billing mode PROVISIONED");
        }
        return catalog.Realise(new TableDefinition
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
            TimeToLive = properties.TimeToLiveSpecification is { Enabled: true } expiry ? expiry.AttributeName : null,
            IsProtected = properties.DeletionProtectionEnabled,
            Policy = properties.ResourcePolicy?.PolicyDocument,
        });
    }
}
