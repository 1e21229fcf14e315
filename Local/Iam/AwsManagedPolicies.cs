using System.Text.Json.Nodes;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam;

/// <summary>
/// The policies that AWS itself manages and that serverless templates attach, with the actions that the AWS Managed Policy
/// Reference Guide lists for them, each on every resource. Any other is refused by name.
/// </summary>
internal static class AwsManagedPolicies
{
    private const string Prefix = "arn:aws:iam::aws:policy/";

    private static readonly string[] Logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

    private static readonly Dictionary<string, string[]> Actions = new()
    {
        ["service-role/AWSLambdaBasicExecutionRole"] = Logs,
        ["service-role/AWSLambdaDynamoDBExecutionRole"] =
        [
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams", .. Logs,
        ],
        ["service-role/AWSLambdaSQSQueueExecutionRole"] =
            ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", .. Logs],
        ["service-role/AmazonAPIGatewayPushToCloudWatchLogs"] =
        [
            "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams",
            "logs:PutLogEvents", "logs:GetLogEvents", "logs:FilterLogEvents",
        ],
        ["AWSXRayDaemonWriteAccess"] =
        [
            "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
            "xray:GetSamplingStatisticSummaries",
        ],
    };

    /// <summary>The policy with this ARN; null when it is not known.</summary>
    public static Policy? Find(string arn) =>
        arn.StartsWith(Prefix, StringComparison.Ordinal) && Actions.TryGetValue(arn[Prefix.Length..], out var actions)
            ? Policy.Read(Document(actions), PolicyKind.Identity, arn)
            : null;

    private static JsonObject Document(string[] actions) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. actions.Select(action => (JsonNode)action)]),
            ["Resource"] = "*",
        },
    };
}
