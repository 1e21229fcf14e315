using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The customer-managed key of the table.</summary>
public sealed class EncryptionKeyTests
{
    private static readonly string[] s_use =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    [Fact]
    public void Key_EncryptsTheTableAndItsIndexes()
    {
        var table = Stages.Full.Data.Only("AWS::DynamoDB::GlobalTable");

        Assert.Equal(("true", "KMS"), (table.Text("SSESpecification.SSEEnabled"), table.Text("SSESpecification.SSEType")));
        Assert.Equal($"${{{Key.LogicalId}.Arn}}", table.Text("Replicas.0.SSESpecification.KMSMasterKeyId"));
    }

    [Fact]
    public void Key_IsRenewedEachYear() => Assert.Equal("true", Key.Text("EnableKeyRotation"));

    [Fact]
    public void Key_IsKeptInProd_AndCanBeRescuedForAMonth() =>
        Assert.Equal(("Retain", "Retain", "30"), (Key.DeletionPolicy, Key.UpdateReplacePolicy, Key.Text("PendingWindowInDays")));

    [Fact]
    public void Key_GoesWithTheStackInDev()
    {
        var key = DataVariant.Of(("stage", "dev"), ("tableKey", "customer-managed")).Only("AWS::KMS::Key");

        Assert.Equal(("Delete", "Delete", "7"), (key.DeletionPolicy, key.UpdateReplacePolicy, key.Text("PendingWindowInDays")));
    }

    [Fact]
    public void Key_IsUsedThroughDynamoDbOnly()
    {
        const string Through = "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com";
        var uses = Statement.Of(Key["KeyPolicy"]).Where(statement => statement.Actions.Intersect([.. s_use, "kms:CreateGrant"]).Except(["kms:DescribeKey"]).Any());

        Assert.Collection(
            uses,
            use =>
            {
                Assert.Equal(s_use, use.Actions.Order());
                Assert.Equal(Through, use.Condition);
            },
            grant =>
            {
                Assert.Equal(["kms:CreateGrant"], grant.Actions);
                Assert.Equal($"{Through} and Bool kms:GrantIsForAWSResource true", grant.Condition);
            });
    }

    [Fact]
    public void Key_TrustsNobodyButTheAccount_WhoseIamPoliciesDecide() => Assert.All(
        Statement.Of(Key["KeyPolicy"]),
        statement => Assert.Equal(
            ("Allow", "arn:aws:iam::${AWS::AccountId}:root"),
            (statement.Effect, statement.Principal.Replace("${AWS::Partition}", "aws", StringComparison.Ordinal))));

    [Fact]
    public void KeyPolicy_HasNoWildcardAction() => Assert.DoesNotContain(
        Statement.Of(Key["KeyPolicy"]).SelectMany(statement => statement.Actions),
        action => action.Contains('*', StringComparison.Ordinal));

    [Fact]
    public void Key_IsTheOneExportBeyondTheUsual()
    {
        Assert.Equal($"${{{Key.LogicalId}.Arn}}", Stages.Full.Data.Output("TableKeyArn"));
        Assert.Null(Stages.Prod.Data.Json["Outputs"]!["TableKeyArn"]);
    }

    private static Resource Key => Stages.Full.Data.Only("AWS::KMS::Key");
}
