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

    public static IReadOnlyList<Grant> For(string logGroupArn, OperationProps props) =>
    [
        new(logGroupArn, "logs:CreateLogStream", "logs:PutLogEvents"),

        // X-Ray has no resources to name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html.
        new("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments"),
        new(props.DeadLettersArn, "sqs:SendMessage"),
        .. props.Permissions.Select(permission => Reach(props, permission)),
        .. props.TableKeyArn is { } key && props.Permissions is not [] ? [UseKey(props, key)] : (Grant[])[],
    ];

    private static Grant Reach(OperationProps props, TablePermission permission) =>
        new(TableOrIndex(props, permission.Index), permission.Actions)
        {
            Conditions = permission.LeadingKeys is [] ? [] : new Dictionary<string, object>
            {
                // It holds for a request without any key too, but each of these actions names a key in every request (a scan,
                // which does not, is allowed to nobody):
                // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html.
                ["ForAllValues:StringLike"] = new Dictionary<string, object>
                {
                    ["dynamodb:LeadingKeys"] = permission.LeadingKeys.ToArray(),
                },
            },
        };

    private static string TableOrIndex(OperationProps props, string? index) =>
        props.Settings.Arns.Of("dynamodb", index is null ? $"table/{props.TableName}" : $"table/{props.TableName}/index/{index}");

    // What DynamoDB does with the key in the caller's name, and through DynamoDB alone:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html.
    private static Grant UseKey(OperationProps props, string keyArn) =>
        new(keyArn, props.Permissions.SelectMany(permission => permission.Actions).Any(Writes.Contains)
            ? [.. ReadingKey, .. WritingKey]
            : ReadingKey)
        {
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] =
                    new Dictionary<string, object> { ["kms:ViaService"] = $"dynamodb.{props.Settings.Region}.amazonaws.com" },
            },
        };
}
