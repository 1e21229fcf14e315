using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>The customer-managed key of the table.</summary>
public sealed class EncryptionKeyTests
{
    private static readonly string[] s_administration =
    [
        "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey",
        "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:TagResource",
        "kms:UntagResource", "kms:UpdateKeyDescription",
    ];

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
    public void Key_IsUsedThroughDynamoDbOnly_AndAdministeredWithoutUse()
    {
        const string Through = "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com";

        Assert.Equal(
            [
                $"{string.Join(", ", s_administration)} if ",
                $"{string.Join(", ", s_use)} if {Through}",
                $"kms:CreateGrant if {Through} and Bool kms:GrantIsForAWSResource true",
            ],
            Statement.Of(Key["KeyPolicy"])
                .Select(statement => $"{string.Join(", ", statement.Actions.Order())} if {statement.Condition}"));
    }

    [Fact]
    public void Key_TrustsNobodyButTheAccount_WhoseIamPoliciesDecide() => Assert.All(
        Statement.Of(Key["KeyPolicy"]),
        statement => Assert.Equal(
            ("Allow", "*", "arn:aws:iam::${AWS::AccountId}:root"),
            (statement.Effect, string.Join(' ', statement.Resources), statement.Principal.Replace("${AWS::Partition}", "aws", StringComparison.Ordinal))));

    [Fact]
    public void Key_IsTheOneExportBeyondTheUsual()
    {
        Assert.Equal($"${{{Key.LogicalId}.Arn}}", Stages.Full.Data.Output("TableKeyArn"));
        Assert.Null(Stages.Prod.Data.Json["Outputs"]!["TableKeyArn"]);
    }

    private static Resource Key => Stages.Full.Data.Only("AWS::KMS::Key");
}
