using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Constructs;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store;
using Lexicon.Infra.Cdk;
using TableEncryption = Lexicon.Infra.Context.TableEncryption;

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
        Key = settings.Options.TableEncryption == TableEncryption.CustomerManaged
            ? new EncryptionKey(this, "Encryption", settings).Key
            : null;
        Table = new TableV2(this, "Table", new TablePropsV2
        {
            PartitionKey = Text(TableSchema.PartitionKey),
            SortKey = Text(TableSchema.SortKey),
            GlobalSecondaryIndexes = [.. TableSchema.Indexes.Select(Index)],
            LocalSecondaryIndexes = [.. TableSchema.LocalIndexes.Select(LocalIndex)],
            Billing = Billing.OnDemand(),
            TimeToLiveAttribute = TableSchema.TimeToLive,
            DynamoStream = StreamViewType.NEW_AND_OLD_IMAGES,
            Encryption = EncryptionBy(settings.Options.TableEncryption),
            PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true },
            ContributorInsightsSpecification = new ContributorInsightsSpecification { Enabled = settings.Options.ContributorInsights },
            DeletionProtection = settings.KeepsData,

            Tags = StageTags.List(settings),

            // A replica has what is said above unless it says otherwise. Only tags it must be told.
            Replicas = [.. settings.Options.ReplicaRegions.Select(region => Replica(region, settings))],
            RemovalPolicy = settings.RemovalOfData,
        });
        DeclaredModel.AddTo(Table);
    }

    public TableV2 Table { get; }

    /// <summary>The key that encrypts the table, if it is our own.</summary>
    public Key? Key { get; }

    private TableEncryptionV2 EncryptionBy(TableEncryption encryption) => encryption switch
    {
        TableEncryption.AwsManaged => TableEncryptionV2.AwsManagedKey(),
        TableEncryption.CustomerManaged => TableEncryptionV2.CustomerManagedKey(Key!),
        _ => TableEncryptionV2.DynamoOwnedKey(),
    };

    private static ReplicaTableProps Replica(string region, StageSettings settings) =>
        new() { Region = region, Tags = StageTags.List(settings) };

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
