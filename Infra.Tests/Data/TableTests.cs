using System.Text.Json.Nodes;
using Lexicon.Functions.Store;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The table as both stages have it.</summary>
public sealed class TableTests
{
    [Theory]
    [InEveryVariant]
    public void Table_HasTheKeysThatTheStoreUses(string stage)
    {
        var table = Table(stage);

        Assert.Equal("pk HASH, sk RANGE", Keys(table["KeySchema"]));
        Assert.Equal(TableSchema.Indexes.Select(Index), table["GlobalSecondaryIndexes"]?.AsArray().Select(Index));
        Assert.Equal(TableSchema.LocalIndexes.Select(Index), table["LocalSecondaryIndexes"]?.AsArray().Select(Index));
        Assert.Equal(
            TableSchema.Indexes.Concat(TableSchema.LocalIndexes)
                .SelectMany(index => (string[])[index.PartitionKey, index.SortKey])
                .Concat(["pk", "sk"]).Distinct().Order().Select(name => $"{name} S"),
            table["AttributeDefinitions"]!.AsArray().Select(attribute => $"{attribute!["AttributeName"]} {attribute["AttributeType"]}").Order());
    }

    [Theory]
    [InEveryVariant]
    public void Table_CostsByTheRequest(string stage) => Assert.Equal("PAY_PER_REQUEST", Table(stage).Text("BillingMode"));

    [Theory]
    [InEveryVariant]
    public void Table_ForgetsWhatExpires(string stage) => Assert.Equal(
        ("expiresAt", "true"),
        (Table(stage).Text("TimeToLiveSpecification.AttributeName"), Table(stage).Text("TimeToLiveSpecification.Enabled")));

    [Theory]
    [InEveryVariant]
    public void Table_TellsAStreamWhatChanged(string stage) =>
        Assert.Equal("NEW_AND_OLD_IMAGES", Table(stage).Text("StreamSpecification.StreamViewType"));

    [Theory]
    [InEveryVariant]
    public void Table_CanBeTakenBackToAnySecond(string stage) => Assert.Equal(
        "true",
        Table(stage).Text("Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"));

    [Theory]
    [InEveryVariant]
    public void Table_IsInTheRegionOfItsStageAlone_UnlessReplicasAreAskedFor(string stage) =>
        Assert.Equal("us-east-1", Assert.Single(Table(stage)["Replicas"]!.AsArray())!["Region"]!.ToString());

    [Theory]
    [InBothStages]
    public void Table_IsEncryptedByDynamoDbsOwnKey_UnlessAnotherIsAskedFor(string stage)
    {
        Assert.Equal("""{"SSEEnabled":false}""", Table(stage)["SSESpecification"]!.ToJsonString());
        Assert.Empty(Stages.Named(stage).Data.OfType("AWS::KMS::Key"));
    }

    [Theory]
    [InBothStages]
    public void Table_CountsNoKeys_UnlessAskedTo(string stage)
    {
        Assert.Equal("false", Table(stage).Text("Replicas.0.ContributorInsightsSpecification.Enabled"));
        Assert.Equal("false", Table(stage).Text("Replicas.0.GlobalSecondaryIndexes.0.ContributorInsightsSpecification.Enabled"));
    }

    [Fact]
    public void Table_CountsTheKeysOfItselfAndItsIndexes_WhenAskedTo()
    {
        var table = Stages.Full.Data.Only("AWS::DynamoDB::GlobalTable");

        Assert.Equal("true", table.Text("Replicas.0.ContributorInsightsSpecification.Enabled"));
        Assert.Equal("true", table.Text("Replicas.0.GlobalSecondaryIndexes.0.ContributorInsightsSpecification.Enabled"));
    }

    [Theory]
    [InEveryVariant]
    public void Table_HasItsIndexesInItsRegion(string stage) => Assert.Equal(
        TableSchema.Indexes.Select(index => index.Name),
        Table(stage)["Replicas.0.GlobalSecondaryIndexes"]!.AsArray().Select(index => $"{index!["IndexName"]}"));

    private static Resource Table(string stage) => Stages.Named(stage).Data.Only("AWS::DynamoDB::GlobalTable");

    private static string Index(TableIndex index) => $"{index.Name}: {index.PartitionKey} HASH, {index.SortKey} RANGE, ALL";

    private static string Index(JsonNode? index) =>
        $"{index!["IndexName"]}: {Keys(index["KeySchema"])}, {index["Projection"]!["ProjectionType"]}";

    private static string Keys(JsonNode? schema) =>
        string.Join(", ", schema!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}"));
}
