namespace Lexicon.Infra.Tests.Account;

/// <summary>
/// What an account has once in a Region: API Gateway logs with a role of ours, which is the same whichever stage is deployed.
/// </summary>
public sealed class AccountTests
{
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonAPIGatewayPushToCloudWatchLogs.html
    private const string Logs =
        "logs:CreateLogGroup, logs:CreateLogStream, logs:DescribeLogGroups, logs:DescribeLogStreams, logs:FilterLogEvents, "
        + "logs:GetLogEvents, "
        + "logs:PutLogEvents on arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:*";

    [Theory, InEveryVariant]
    public void ApiGateway_LogsWithARoleOfOurs_AndNothingElseIsShared(string stage)
    {
        var account = Stages.Named(stage).Stack("Account");
        var role = account.Only("AWS::IAM::Role");

        account.Only("AWS::ApiGateway::Account").Says(("CloudWatchRoleArn", role.Arn));
        Assert.Equal([Logs], Statement.Of(role, account).Select(statement => $"{statement}"));
        Assert.Equal("apigateway.amazonaws.com", Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"])).Principal);
        Assert.Equal(Stages.Dev.Stack("Account").Json.ToJsonString(), account.Json.ToJsonString());
        Assert.Equal(2, account.Resources.Count);
    }
}
