using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;

namespace Lexicon.Infra.Api;

/// <summary>All that the role of one operation may do.</summary>
internal static class OperationPolicy
{
    private static readonly string[] s_readingKey = ["kms:Decrypt", "kms:DescribeKey"];

    private static readonly string[] s_writingKey =
        ["kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    private static readonly string[] s_writes =
        ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

    public static PolicyDocument Of(Stack stack, LogGroup logs, OperationProps props) => new(new PolicyDocumentProps
    {
        Statements =
        [
            WriteLogs(logs),
            SendTraces(),
            LeaveDeadLetters(props),
            .. props.Permissions.Select(permission => Reach(stack, props.TableName, permission)),
            .. props.TableKeyArn is { } key && props.Permissions is not [] ? [UseKey(stack, key, props.Permissions)] : (PolicyStatement[])[],
        ],
    });

    private static PolicyStatement WriteLogs(LogGroup logs) => new(new PolicyStatementProps
    {
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = [logs.LogGroupArn],
    });

    // X-Ray has no resources to name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html.
    private static PolicyStatement SendTraces() => new(new PolicyStatementProps
    {
        Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resources = ["*"],
    });

    private static PolicyStatement LeaveDeadLetters(OperationProps props) => new(new PolicyStatementProps
    {
        Actions = ["sqs:SendMessage"],
        Resources = [props.DeadLetters.QueueArn],
    });

    private static PolicyStatement Reach(Stack stack, string tableName, Permission permission) => new(new PolicyStatementProps
    {
        Actions = [.. permission.Actions],
        Resources =
        [
            stack.FormatArn(new ArnComponents
            {
                Service = "dynamodb",
                Resource = "table",
                ResourceName = permission.Index is null ? tableName : $"{tableName}/index/{permission.Index}",
            }),
        ],
        Conditions = permission.LeadingKeys is [] ? null : new Dictionary<string, object>
        {
            // It holds for a request without any key too, but each of these actions names a key in every request (a scan, which
            // does not, is allowed to nobody):
            // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html.
            ["ForAllValues:StringLike"] = new Dictionary<string, object>
            {
                ["dynamodb:LeadingKeys"] = permission.LeadingKeys.ToArray(),
            },
        },
    });

    // What DynamoDB does with the key in the caller's name, and through DynamoDB alone:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html.
    private static PolicyStatement UseKey(Stack stack, string keyArn, IReadOnlyList<Permission> permissions) => new(new PolicyStatementProps
    {
        Actions = permissions.SelectMany(permission => permission.Actions).Any(s_writes.Contains)
            ? [.. s_readingKey, .. s_writingKey]
            : s_readingKey,
        Resources = [keyArn],
        Conditions = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = $"dynamodb.{stack.Region}.amazonaws.com" },
        },
    });
}
