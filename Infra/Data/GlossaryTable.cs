using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Lexicon.Functions.Store;

namespace Lexicon.Infra.Data;

/// <summary>
/// The one table, with the keys and indexes that the store reads and writes by. It costs nothing when idle, can be taken back
/// to any second of the last 35 days, and tells a stream what changed.
/// </summary>
internal sealed class GlossaryTable : Construct
{
    public GlossaryTable(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        Table = new TableV2(this, "Table", new TablePropsV2
        {
            PartitionKey = Text(TableSchema.PartitionKey),
            SortKey = Text(TableSchema.SortKey),
            GlobalSecondaryIndexes = [.. TableSchema.Indexes.Select(Index)],
            LocalSecondaryIndexes = [.. TableSchema.LocalIndexes.Select(LocalIndex)],
            Billing = Billing.OnDemand(),
            TimeToLiveAttribute = TableSchema.TimeToLive,
            DynamoStream = StreamViewType.NEW_AND_OLD_IMAGES,
            PointInTimeRecovery = true,
            DeletionProtection = settings.KeepsData,
            RemovalPolicy = settings.RemovalOfData,
        });
    }

    public TableV2 Table { get; }

    private static GlobalSecondaryIndexPropsV2 Index(TableIndex index) => new()
    {
        IndexName = index.Name,
        PartitionKey = Text(index.PartitionKey),
        SortKey = Text(index.SortKey),
        ProjectionType = ProjectionType.ALL,
    };

    private static LocalSecondaryIndexProps LocalIndex(TableIndex index) => new()
    {
        IndexName = index.Name,
        SortKey = Text(index.SortKey),
        ProjectionType = ProjectionType.ALL,
    };

    private static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };
}
