using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Lexicon.Infra.Data;

/// <summary>
/// The stage's own key for the table, renewed each year. Its policy gives nobody the use of it but through DynamoDB, and through
/// DynamoDB only whom IAM allows it too; who administers it cannot decrypt with it. See
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html.
/// </summary>
internal sealed class EncryptionKey : Construct
{
    // What CloudFormation needs to make, change and remove a key, and what a person needs to look after it.
    private static readonly string[] Administration =
    [
        "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey",
        "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:TagResource",
        "kms:UntagResource", "kms:UpdateKeyDescription",
    ];

    private static readonly string[] Use =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    public EncryptionKey(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        var throughDynamoDb = new Dictionary<string, object>
        {
            ["kms:ViaService"] = $"dynamodb.{settings.Region}.amazonaws.com",
        };

        Key = new Key(this, "Key", new KeyProps
        {
            Description = "Lexicon: encrypts the table",
            EnableKeyRotation = true,
            PendingWindow = Duration.Days(settings.KeepsData ? 30 : 7),
            RemovalPolicy = settings.RemovalOfData,
            Policy = new PolicyDocument(new PolicyDocumentProps
            {
                Statements =
                [
                    Statement("AccountAdministers", Administration),
                    Statement("AccountUsesThroughDynamoDb", Use, new() { ["StringEquals"] = throughDynamoDb }),

                    // DynamoDB keeps a grant of its own, for what it does when nobody asks: to rotate, to back up, to expire.
                    Statement("DynamoDbIsGranted", ["kms:CreateGrant"], new()
                    {
                        ["StringEquals"] = throughDynamoDb,
                        ["Bool"] = new Dictionary<string, object> { ["kms:GrantIsForAWSResource"] = "true" },
                    }),
                ],
            }),
        });
    }

    public Key Key { get; }

    // In the policy of a key the star is the key itself.
    private static PolicyStatement Statement(string sid, string[] actions, Dictionary<string, object>? conditions = null) =>
        new(new PolicyStatementProps
        {
            Sid = sid,
            Principals = [new AccountRootPrincipal()],
            Actions = actions,
            Resources = ["*"],
            Conditions = conditions,
        });
}
