using System.Text.Json.Nodes;
using Lexicon.Functions.Store;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds data keeps it: where it is, what brings it back, and what would remove it.</summary>
public sealed class DataTests
{
    private static readonly string[] s_holdsData =
    [
        "AWS::DynamoDB::GlobalTable",
        "AWS::DynamoDB::Table",
        "AWS::Cognito::UserPool",
        "AWS::S3::Bucket",
    ];

    [Theory]
    [InBothStages]
    public void WhatHoldsData_KeepsItsLogicalId(string stage)
    {
        var ids =
            from template in Stages.Named(stage).Templates
            from resource in template.Resources
            where s_holdsData.Contains(resource.Type)
            select $"{template.Stack} {resource.Type} {resource.LogicalId}";

        // Another logical id is another resource: an update would leave the data behind, or delete it.
        Assert.Equal(
            [
                "Data AWS::DynamoDB::GlobalTable GlossariesTableC9239ACE",
                "Data AWS::Cognito::UserPool ReadersPoolE73218F0",
                "Data AWS::S3::Bucket ImagesBucket4B6DB8E1",
                "Site AWS::S3::Bucket PagesBucket1F9960AC",
            ],
            ids);
    }

    [Fact]
    public void WhatHoldsData_HasNoNameOfItsOwn()
    {
        var names =
            from stage in Stages.All
            from template in stage.Templates
            from resource in template.Resources
            where s_holdsData.Contains(resource.Type)
            from property in (string[])["TableName", "BucketName", "UserPoolName"]
            where resource[property] is not null
            select resource.LogicalId;

        Assert.Empty(names);
    }

    [Theory]
    [InlineData("dev", "Delete", "false", "INACTIVE")]
    [InlineData("prod", "Retain", "true", "ACTIVE")]
    public void Stage_DecidesWhatRemovesData(string stage, string policy, string tableProtection, string poolProtection)
    {
        var data = Stages.Named(stage).Data;
        var table = data.Only("AWS::DynamoDB::GlobalTable");
        var pool = data.Only("AWS::Cognito::UserPool");
        var bucket = data.Only("AWS::S3::Bucket");

        Assert.All(
            [table, pool, bucket],
            resource => Assert.Equal((policy, policy), (resource.DeletionPolicy, resource.UpdateReplacePolicy)));
        Assert.Equal(tableProtection, table.Text("Replicas.0.DeletionProtectionEnabled"));
        Assert.Equal(poolProtection, pool.Text("DeletionProtection"));
        Assert.Equal(stage == "dev" ? 1 : 0, data.OfType("Custom::S3AutoDeleteObjects").Count());
    }

    [Theory]
    [InBothStages]
    public void Table_HasTheKeysThatTheStoreUses(string stage)
    {
        var table = Stages.Named(stage).Data.Only("AWS::DynamoDB::GlobalTable");

        Assert.Equal("pk HASH, sk RANGE", Keys(table["KeySchema"]));
        Assert.Equal(TableSchema.Indexes.Select(Index), table["GlobalSecondaryIndexes"]!.AsArray().Select(Index));
        Assert.Equal(TableSchema.LocalIndexes.Select(Index), table["LocalSecondaryIndexes"]!.AsArray().Select(Index));
        Assert.All(table["AttributeDefinitions"]!.AsArray(), attribute => Assert.Equal("S", $"{attribute!["AttributeType"]}"));
    }

    [Theory]
    [InBothStages]
    public void Table_CostsByTheRequestStreamsForgetsAndCanBeTakenBack(string stage)
    {
        var table = Stages.Named(stage).Data.Only("AWS::DynamoDB::GlobalTable");

        Assert.Equal("PAY_PER_REQUEST", table.Text("BillingMode"));
        Assert.Equal("NEW_AND_OLD_IMAGES", table.Text("StreamSpecification.StreamViewType"));
        Assert.Equal("expiresAt", table.Text("TimeToLiveSpecification.AttributeName"));
        Assert.Equal("true", table.Text("TimeToLiveSpecification.Enabled"));
        Assert.Equal("true", table.Text("Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"));
    }

    [Theory]
    [InBothStages]
    public void Readers_SignUpByEmailWithAStrongPassword(string stage)
    {
        var pool = Stages.Named(stage).Data.Only("AWS::Cognito::UserPool");

        Assert.Equal("email", pool.Text("UsernameAttributes"));
        Assert.Equal("email", pool.Text("AutoVerifiedAttributes"));
        Assert.Equal("false", pool.Text("UsernameConfiguration.CaseSensitive"));
        Assert.Equal("false", pool.Text("AdminCreateUserConfig.AllowAdminCreateUserOnly"));
        Assert.Equal("verified_email", pool.Text("AccountRecoverySetting.RecoveryMechanisms.0.Name"));
        Assert.Equal("ESSENTIALS", pool.Text("UserPoolTier"));
        Assert.Equal("10", pool.Text("Policies.PasswordPolicy.MinimumLength"));
        Assert.All(
            ["RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols"],
            rule => Assert.Equal("true", pool.Text($"Policies.PasswordPolicy.{rule}")));
    }

    [Theory]
    [InBothStages]
    public void SignInDomain_IsUniqueByStageAndAccount(string stage) => Assert.Equal(
        $"lexicon-{stage}-${{AWS::AccountId}}",
        Stages.Named(stage).Data.Only("AWS::Cognito::UserPoolDomain").Text("Domain"));

    private static string Index(TableIndex index) => $"{index.Name}: {index.PartitionKey} HASH, {index.SortKey} RANGE, ALL";

    private static string Index(JsonNode? index) =>
        $"{index!["IndexName"]}: {Keys(index["KeySchema"])}, {index["Projection"]!["ProjectionType"]}";

    private static string Keys(JsonNode? schema) =>
        string.Join(", ", schema!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}"));
}
