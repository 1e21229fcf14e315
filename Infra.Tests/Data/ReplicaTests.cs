namespace Lexicon.Infra.Tests.Data;

/// <summary>A table in several Regions: each replica is protected, tagged and watched as the table is.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public void EachReplica_IsAsTheTableIs()
    {
        var table = DataVariant.Of(
            ("stage", "prod"), ("replicaRegions", "eu-west-1, ap-southeast-2"), ("tableKey", "aws-managed"),
            ("contributorInsights", "true"))
            .Only("AWS::DynamoDB::GlobalTable");

        table.Says(("SSESpecification.SSEEnabled", "true"), ("SSESpecification.SSEType", "KMS"));
        Assert.Equal(["ap-southeast-2", "eu-west-1", "us-east-1"], table.Items("Replicas").Select(replica => $"{replica["Region"]}")
            .Order());
        Assert.All(table.Items("Replicas"), replica =>
        {
            Assert.Equal("true", $"{replica["DeletionProtectionEnabled"]}");
            Assert.Equal("true", $"{replica["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]}");
            Assert.Equal("true", $"{replica["ContributorInsightsSpecification"]!["Enabled"]}");
            Assert.Equal("true", $"{replica["GlobalSecondaryIndexes"]![0]!["ContributorInsightsSpecification"]!["Enabled"]}");
            Assert.Equal(["application=lexicon", "stage=prod"], replica["Tags"]!.AsArray().Select(tag => $"{tag!["Key"]}={tag["Value"]}"));
        });
    }
}
