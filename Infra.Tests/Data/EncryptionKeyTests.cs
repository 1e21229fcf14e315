namespace Lexicon.Infra.Tests.Data;

/// <summary>The customer-managed key of the table: the account administers it without use, and DynamoDB alone uses it.</summary>
public sealed class EncryptionKeyTests
{
    private const string Through = "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com";

    private static Resource Key => Stages.Full.Data.Only("AWS::KMS::Key");

    [Fact]
    public void Key_IsUsedThroughDynamoDbOnly_AndAdministeredWithoutUse()
    {
        var statements = Statement.Of(Key["KeyPolicy"]).ToDictionary(statement => statement.Actions.Count > 10 ? ""
            : statement.Actions[0], statement => statement);

        Assert.Equal(["", "kms:CreateGrant", "kms:Decrypt"], statements.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("", Through), (statements[""].Condition, statements["kms:Decrypt"].Condition));
        Assert.Equal($"{Through} and Bool kms:GrantIsForAWSResource true", statements["kms:CreateGrant"].Condition);
        Assert.All(statements[""].Actions, action =>
            Assert.Matches("^kms:(Cancel|Describe|Disable|Enable|Get|List|PutKeyPolicy|Revoke|Schedule|Tag|Untag|Update)", action));
        Assert.DoesNotContain(statements.Values.SelectMany(statement => statement.Actions), action =>
            action.Contains('*', StringComparison.Ordinal));
    }
}
