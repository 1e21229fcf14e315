using Amazon.CDK.AWS.IAM;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>All that the role of one operation may do.</summary>
internal static class OperationPolicy
{
    private static readonly string[] ReadingKey = ["kms:Decrypt", "kms:DescribeKey"];

    private static readonly string[] WritingKey =
        ["kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    private static readonly string[] Writes =
        ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

    // X-Ray has no resources to name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html.
    private static readonly PolicyStatementProps SendTraces = new()
    {
        Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resources = ["*"],
    };

    public static PolicyDocument For(OperationProps props, string logGroupArn) => PolicyDocuments.Allow(
    [
        new PolicyStatementProps { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = [logGroupArn] },
        SendTraces,
        new PolicyStatementProps { Actions = ["sqs:SendMessage"], Resources = [props.DeadLettersArn] },
        .. props.Permissions.Select(permission => UseTable(props, permission)),
        .. props.Statements,
        .. props.TableKeyArn is { } key && props.Permissions is not [] ? [UseKey(props, key)] : (PolicyStatementProps[])[],
    ]);

    private static PolicyStatementProps UseTable(OperationProps props, TablePermission permission) => new()
    {
        Actions = [.. permission.Actions],
        Resources = [permission.Index is null ? props.TableArn : $"{props.TableArn}/index/{permission.Index}"],

        // The condition also holds for a request that names no key. Each of these actions names one in every request; a scan, which
        // does not, is allowed to no operation:
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html.
        Conditions = permission.LeadingKeys is []
            ? null
            : When("ForAllValues:StringLike", "dynamodb:LeadingKeys", permission.LeadingKeys.ToArray()),
    };

    // What DynamoDB does with the key in the caller's name, and through DynamoDB alone:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html.
    private static PolicyStatementProps UseKey(OperationProps props, string keyArn) => new()
    {
        Actions = props.Permissions.SelectMany(permission => permission.Actions).Any(Writes.Contains)
            ? [.. ReadingKey, .. WritingKey]
            : ReadingKey,
        Resources = [keyArn],
        Conditions = When("StringEquals", "kms:ViaService", $"dynamodb.{props.Settings.Region}.amazonaws.com"),
    };

    private static Dictionary<string, object> When(string condition, string key, object value) =>
        new() { [condition] = new Dictionary<string, object> { [key] = value } };
}
