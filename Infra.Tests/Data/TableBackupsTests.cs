namespace Lexicon.Infra.Tests.Data;

/// <summary>In prod AWS Backup copies the table each night into a vault that stays; in dev nothing does.</summary>
public sealed class TableBackupsTests
{
    public static TheoryData<string> Kept => ["prod", "full"];

    [Fact]
    public void Dev_IsNotBackedUp() => Assert.DoesNotContain(
        Stages.Named("dev").Templates.SelectMany(template => template.Resources),
        resource => resource.Type.StartsWith("AWS::Backup::", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Kept))]
    public void Backups_AreMadeEachNight_AndKeptForFourMonths_ThreeOfThemCold(string stage)
    {
        var rule = Assert.Single(Data(stage).Only("AWS::Backup::BackupPlan").Items("BackupPlan.BackupPlanRule"));

        Assert.Equal("cron(0 4 * * ? *)", rule["ScheduleExpression"]!.ToString());
        Assert.Equal("""{"DeleteAfterDays":120,"MoveToColdStorageAfterDays":30}""", rule["Lifecycle"]!.ToJsonString());
        Assert.Equal(Data(stage).Only("AWS::Backup::BackupVault").Ref, Intrinsics.Render(rule["TargetBackupVault"]));
        Assert.Equal(
            ["Lifecycle", "RuleName", "ScheduleExpression", "TargetBackupVault"],
            rule.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Kept))]
    public void Vault_Stays_NamedByItsStage(string stage)
    {
        var vault = Data(stage).Only("AWS::Backup::BackupVault");

        Assert.Equal(
            ("Retain", "Retain", "Lexicon-prod-Table"),
            (vault.DeletionPolicy, vault.UpdateReplacePolicy, vault.Text("BackupVaultName")));
        Assert.Equal(("lexicon", "prod"), (vault.Text("BackupVaultTags.application"), vault.Text("BackupVaultTags.stage")));
    }

    [Theory, MemberData(nameof(Kept))]
    public void Plan_CopiesTheTableAlone_AsARoleThatMayDoNothingElse(string stage)
    {
        var data = Data(stage);
        var table = data.Only("AWS::DynamoDB::GlobalTable").Arn;
        var vault = data.Only("AWS::Backup::BackupVault");
        var selection = data.Only("AWS::Backup::BackupSelection");
        var role = data.At("Backups/Role/Resource");

        Assert.Equal([table], Intrinsics.RenderAll(selection["BackupSelection.Resources"]));
        Assert.Equal(role.Arn, Intrinsics.Render(selection["BackupSelection.IamRoleArn"]));
        Assert.Equal(data.Only("AWS::Backup::BackupPlan").Ref, selection.Text("BackupPlanId"));
        Assert.Null(selection["BackupSelection.NotResources"] ?? selection["BackupSelection.Conditions"]);
        Assert.Equal("backup.amazonaws.com", Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"])).Principal);
        string[] allowed =
        [
            $"dynamodb:CreateBackup, dynamodb:DescribeTable, dynamodb:ListTagsOfResource, dynamodb:StartAwsBackupJob on {table}: ",
            $"backup:CopyIntoBackupVault, backup:DescribeBackupVault on ${{{vault.LogicalId}.BackupVaultArn}}: ",
            .. stage == "full"
                ? [$"kms:Decrypt, kms:DescribeKey on {data.Only("AWS::KMS::Key").Arn}: "
                    + "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com"]
                : (string[])[],
        ];
        Assert.Equal(
            allowed,
            from statement in Statement.Of(role, data)
            let actions = string.Join(", ", statement.Actions.Order(StringComparer.Ordinal))
            select $"{actions} on {string.Join(", ", statement.Resources)}: {statement.Condition}");
    }

    private static Template Data(string stage) => Stages.Named(stage).Data;
}
