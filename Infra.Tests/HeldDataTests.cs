using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds data keeps it: where it is, and what would remove it.</summary>
public sealed class HeldDataTests
{
    private static readonly string[] s_holdsData =
    [
        "AWS::DynamoDB::GlobalTable",
        "AWS::DynamoDB::Table",
        "AWS::Cognito::UserPool",
        "AWS::KMS::Key",
        "AWS::S3::Bucket",
    ];

    [Theory]
    [InEveryVariant]
    public void WhatHoldsData_KeepsItsLogicalId(string stage)
    {
        // Another logical id is another resource: an update would leave the data behind, or delete it.
        Assert.Equal(
            [
                "Data AWS::Cognito::UserPool ReadersPoolE73218F0",
                "Data AWS::DynamoDB::GlobalTable GlossariesTableC9239ACE",
                .. stage == "full" ? ["Data AWS::KMS::Key GlossariesEncryptionKey40C33E3F"] : (string[])[],
                "Data AWS::S3::Bucket ImagesBucket4B6DB8E1",
                "Data AWS::S3::Bucket LogsBucket5C52C3D2",
                "Operations AWS::KMS::Key NotificationsKeyADCFA950",
                .. stage == "full" ? ["Operations AWS::S3::Bucket DataEventsBucket48D9FA8A"] : (string[])[],
                "Site AWS::S3::Bucket LogsBucket5C52C3D2",
                "Site AWS::S3::Bucket PagesBucket1F9960AC",
            ],
            IdsIn(Stages.Named(stage)));
    }

    [Fact]
    public void WhatHoldsData_HasNoNameOfItsOwn()
    {
        var names =
            from stage in Stages.Variants.Values
            from template in stage.Templates
            from resource in template.Resources
            where s_holdsData.Contains(resource.Type)
            from property in (string[])["TableName", "BucketName", "UserPoolName"]
            where resource[property] is not null
            select resource.LogicalId;

        Assert.Empty(names);
    }

    [Fact]
    public void Dev_LeavesNothingBehind()
    {
        var kept =
            from template in Stages.Dev.Templates
            from resource in template.Resources
            where resource.DeletionPolicy is "Retain" or "RetainExceptOnCreate" or "Snapshot"
                || resource.UpdateReplacePolicy is "Retain" or "Snapshot"
            select resource.LogicalId;

        Assert.Empty(kept);
        Assert.All(
            Stages.Dev.Templates.SelectMany(template => template.Resources).Where(resource => s_holdsData.Contains(resource.Type)),
            resource => Assert.Equal(("Delete", "Delete"), (resource.DeletionPolicy, resource.UpdateReplacePolicy)));
    }

    [Fact]
    public void Dev_EmptiesEveryBucketBeforeItGoes()
    {
        foreach (var template in Stages.Dev.Templates)
        {
            var emptied = template.OfType("Custom::S3AutoDeleteObjects").Select(resource => resource.Text("BucketName"));

            Assert.Equal(
                template.OfType("AWS::S3::Bucket").Select(bucket => $"${{{bucket.LogicalId}}}").Order(StringComparer.Ordinal),
                emptied.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InEveryVariant]
    public void WhatIsEmptied_SaysSo_AndLetsTheFunctionBeforeItIsCalled(string stage)
    {
        foreach (var template in Stages.Named(stage).Templates)
        {
            foreach (var emptied in template.OfType("Custom::S3AutoDeleteObjects"))
            {
                // The function looks for this tag, and needs the policy that lets it.
                Assert.Contains(
                    template.Behind(emptied.Text("BucketName"))["Tags"]!.AsArray(),
                    tag => $"{tag!["Key"]}={tag["Value"]}" == "aws-cdk:auto-delete-objects=true");
                Assert.Equal(
                    emptied.Text("BucketName"),
                    template[Assert.Single(emptied.DependsOn)].Text("Bucket"));
                Assert.Equal(("Delete", "Delete"), (emptied.DeletionPolicy, emptied.UpdateReplacePolicy));
            }
        }
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("full")]
    public void Prod_KeepsWhatCannotBeMadeAgain(string stage)
    {
        var removed =
            from template in Stages.Named(stage).Templates
            from resource in template.Resources
            where s_holdsData.Contains(resource.Type)
            where (resource.DeletionPolicy, resource.UpdateReplacePolicy) != ("Retain", "Retain")
            select $"{template.Stack} {resource.LogicalId}: {resource.DeletionPolicy}, {resource.UpdateReplacePolicy}";

        // The key of the topic protects what alarms say on its way, nothing that stays; the pages come from the repository.
        Assert.Equal(
            ["Site PagesBucket1F9960AC: Delete, Delete", "Operations NotificationsKeyADCFA950: Delete, Delete"],
            removed);
        Assert.Equal(
            ["${PagesBucket1F9960AC}"],
            Stages.Named(stage).Templates.SelectMany(template => template.OfType("Custom::S3AutoDeleteObjects"))
                .Select(emptied => emptied.Text("BucketName")));
    }

    [Theory]
    [InlineData("dev", "false", "INACTIVE")]
    [InlineData("prod", "true", "ACTIVE")]
    [InlineData("full", "true", "ACTIVE")]
    public void TableAndAccounts_AreProtectedFromDeletionInProdOnly(string stage, string table, string pool)
    {
        var data = Stages.Named(stage).Data;

        Assert.Equal(table, data.Only("AWS::DynamoDB::GlobalTable").Text("Replicas.0.DeletionProtectionEnabled"));
        Assert.Equal(pool, data.Only("AWS::Cognito::UserPool").Text("DeletionProtection"));
    }

    private static IEnumerable<string> IdsIn(SynthesizedStage stage) =>
        from template in stage.Templates
        from resource in template.Resources
        where s_holdsData.Contains(resource.Type)
        let line = $"{template.Stack} {resource.Type} {resource.LogicalId}"
        orderby line
        select line;
}
