using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The table: its keys are those of the store, and it costs by the request.</summary>
public sealed class TableTests
{
    [Theory, InEveryVariant]
    public void Table_HasTheKeysThatTheStoreUses(string stage)
    {
        var table = Table(stage);

        Assert.Equal("pk HASH, sk RANGE", Keys(table["KeySchema"]));
        Assert.Equal(TableSchema.Indexes.Select(Index), table.Items("GlobalSecondaryIndexes").Select(Index));
        Assert.Equal(TableSchema.LocalIndexes.Select(Index), table.Items("LocalSecondaryIndexes").Select(Index));
        Assert.Equal(TableSchema.Indexes.Select(index => index.Name), table.Items("Replicas.0.GlobalSecondaryIndexes")
            .Select(index => $"{index["IndexName"]}"));
        Assert.Equal(
            TableSchema.Indexes.Concat(TableSchema.LocalIndexes).SelectMany(index => (string[])[index.PartitionKey, index.SortKey])
                .Concat(["pk", "sk"]).Distinct().Order().Select(name => $"{name} S"),
            table.Items("AttributeDefinitions").Select(attribute => $"{attribute["AttributeName"]} {attribute["AttributeType"]}").Order());
    }

    [Theory, InEveryVariant]
    public void Table_CostsByTheRequest_ForgetsWhatExpires_AndTellsWhatChanged(string stage) => Table(stage).Says(
        ("BillingMode", "PAY_PER_REQUEST"), ("TimeToLiveSpecification.AttributeName", "expiresAt"),
        ("TimeToLiveSpecification.Enabled", "true"), ("StreamSpecification.StreamViewType", "NEW_AND_OLD_IMAGES"));

    [Theory, InEveryVariant]
    public void Table_IsInItsRegionAlone_WithAKeyOfItsOwnAndItsKeysCounted_OnlyIfAskedFor(string stage)
    {
        var table = Table(stage);
        var asked = stage == "full" ? "true" : "false";

        Assert.Equal("us-east-1", Assert.Single(table.Items("Replicas"))["Region"]!.ToString());
        table.Says(
            ("SSESpecification.SSEEnabled", asked), ("SSESpecification.SSEType", stage == "full" ? "KMS" : ""),
            ("Replicas.0.ContributorInsightsSpecification.Enabled", asked),
            ("Replicas.0.GlobalSecondaryIndexes.0.ContributorInsightsSpecification.Enabled", asked),
            ("Replicas.0.SSESpecification.KMSMasterKeyId", stage == "full" ? Stages.Full.Data.Only("AWS::KMS::Key").Arn : ""));
    }

    private static Resource Table(string stage) => Stages.Named(stage).Data.Only("AWS::DynamoDB::GlobalTable");

    private static string Index(TableIndex index) => $"{index.Name}: {index.PartitionKey} HASH, {index.SortKey} RANGE, ALL";

    private static string Index(JsonNode index) =>
        $"{index["IndexName"]}: {Keys(index["KeySchema"])}, {index["Projection"]!["ProjectionType"]}";

    private static string Keys(JsonNode? schema) =>
        string.Join(", ", schema!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}"));
}
