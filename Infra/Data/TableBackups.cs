using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;
using Lexicon.Infra.Cdk;

namespace Lexicon.Infra.Data;

/// <summary>
/// A backup of the table each night, in a vault that outlives table and stack: what point-in-time recovery, which reaches back 35 days and
/// belongs to the table, cannot bring back. See https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html.
/// </summary>
internal sealed class TableBackups : Construct
{
    private const int WarmDays = 30;

    // What is cold has to stay for 90 days: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html.
    private const int KeptDays = WarmDays + 90;

    public TableBackups(Construct scope, string id, StageSettings settings, ITableV2 table, IKey? tableKey)
        : base(scope, id)
    {
        // AWS asks for a name. The key is aws/backup, which AWS keeps for as long as there is a backup.
        var vault = new CfnBackupVault(this, "Vault", new CfnBackupVaultProps
        {
            BackupVaultName = $"{settings.StageName}-Table",
            BackupVaultTags = Tags(settings),
        });
        vault.ApplyRemovalPolicy(RemovalPolicy.RETAIN);

        var plan = new CfnBackupPlan(this, "Plan", new CfnBackupPlanProps
        {
            BackupPlan = new CfnBackupPlan.BackupPlanResourceTypeProperty
            {
                BackupPlanName = $"{settings.StageName}-Table",
                BackupPlanRule = new[]
                {
                    new CfnBackupPlan.BackupRuleResourceTypeProperty
                    {
                        RuleName = "Daily",
                        TargetBackupVault = vault.Ref,
                        ScheduleExpression = "cron(0 4 * * ? *)",
                        Lifecycle = new CfnBackupPlan.LifecycleResourceTypeProperty
                        {
                            MoveToColdStorageAfterDays = WarmDays,
                            DeleteAfterDays = KeptDays,
                        },
                    },
                },
            },
            BackupPlanTags = Tags(settings),
        });
        _ = new CfnBackupSelection(this, "Selection", new CfnBackupSelectionProps
        {
            BackupPlanId = plan.Ref,
            BackupSelection = new CfnBackupSelection.BackupSelectionResourceTypeProperty
            {
                SelectionName = "Table",
                IamRoleArn = Role(settings, table.TableArn, vault.AttrBackupVaultArn, tableKey?.KeyArn).RoleArn,
                Resources = [table.TableArn],
            },
        });
    }

    // What AWS's own policy for this, AWSBackupServiceRolePolicyForBackup, allows for a table, on this one alone.
    private Role Role(StageSettings settings, string table, string vault, string? key)
    {
        List<PolicyStatementProps> allowed =
        [
            new()
            {
                Actions = ["dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"],
                Resources = [table],
            },
            new() { Actions = ["backup:DescribeBackupVault", "backup:CopyIntoBackupVault"], Resources = [vault] },
        ];
        if (key is not null)
        {
            allowed.Add(new()
            {
                Actions = ["kms:Decrypt", "kms:DescribeKey"],
                Resources = [key],
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = $"dynamodb.{settings.Region}.amazonaws.com" },
                },
            });
        }

        return new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("backup.amazonaws.com"),
            Description = "AWS Backup copies the table of Lexicon",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["Table"] = PolicyDocuments.Allow(allowed) },
        });
    }

    private static Dictionary<string, string> Tags(StageSettings settings) => new(StageTags.For(settings));
}
