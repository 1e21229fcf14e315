using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>A table in several Regions.</summary>
public sealed class ReplicaTests
{
    private static readonly Lazy<Resource> s_table = new(() => DataVariant.Of(
        ("stage", "prod"),
        ("replicaRegions", "eu-west-1, ap-southeast-2"),
        ("tableKey", "aws-managed"),
        ("contributorInsights", "true")).Only("AWS::DynamoDB::GlobalTable"));

    [Fact]
    public void Table_IsInEachRegion() =>
        Assert.Equal(["ap-southeast-2", "eu-west-1", "us-east-1"], Replicas().Select(replica => $"{replica["Region"]}").Order());

    [Fact]
    public void EachReplica_IsProtectedAsTheTableIs() => Assert.All(Replicas(), replica =>
    {
        Assert.Equal("true", $"{replica["DeletionProtectionEnabled"]}");
        Assert.Equal("true", $"{replica["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]}");
    });

    [Fact]
    public void EachReplica_HasTheTagsOfTheStage() => Assert.All(Replicas(), replica => Assert.Equal(
        ["application=lexicon", "stage=prod"],
        replica["Tags"]!.AsArray().Select(tag => $"{tag!["Key"]}={tag["Value"]}")));

    [Fact]
    public void EachReplica_CountsTheKeysOfTableAndIndexes() => Assert.All(Replicas(), replica =>
    {
        Assert.Equal("true", $"{replica["ContributorInsightsSpecification"]!["Enabled"]}");
        Assert.All(
            replica["GlobalSecondaryIndexes"]!.AsArray(),
            index => Assert.Equal("true", $"{index!["ContributorInsightsSpecification"]!["Enabled"]}"));
    });

    [Fact]
    public void AwsManagedKey_EncryptsIt() =>
        Assert.Equal(("true", "KMS"), (s_table.Value.Text("SSESpecification.SSEEnabled"), s_table.Value.Text("SSESpecification.SSEType")));

    private static IEnumerable<JsonNode> Replicas() => s_table.Value["Replicas"]!.AsArray().Select(replica => replica!);
}
