using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Account;

/// <summary>
/// The role with which API Gateway writes the logs of every REST API of the account and Region, see
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html. Without it no stage can log.
/// </summary>
internal sealed class GatewayLogging : Construct
{
    public GatewayLogging(Construct scope, string id, string region)
        : base(scope, id)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            Description = "API Gateway writes its logs",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Logs"] = PolicyDocuments.Allow(WriteLogs()),
            },
        });
        role.Waive(new Waiver(
            "AwsSolutions-IAM5",
            "One role writes the logs of every REST API in the account and Region, so it cannot name their groups.",
            $"Resource::arn:aws:logs:{region}:<AWS::AccountId>:log-group:*"));

        _ = new CfnAccount(this, "Account", new CfnAccountProps { CloudWatchRoleArn = role.RoleArn });
    }

    // The actions of AWS's own AmazonAPIGatewayPushToCloudWatchLogs, which API Gateway looks for when it is given the role; its star is
    // narrowed to the log groups of this account and Region. It cannot name fewer: one role serves all APIs.
    private PolicyStatementProps WriteLogs() => new()
    {
        Actions =
        [
            "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents",
            "logs:GetLogEvents", "logs:PutLogEvents",
        ],
        Resources =
        [
            Stack.Of(this).FormatArn(new ArnComponents
            {
                Service = "logs",
                Resource = "log-group",
                ResourceName = "*",
                ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
            }),
        ],
    };
}
