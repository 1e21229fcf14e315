using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Account;

/// <summary>What an account has once in a Region.</summary>
public sealed class AccountTests
{
    [Theory]
    [InEveryVariant]
    public void ApiGateway_LogsWithARoleOfOurs(string stage)
    {
        var account = Stages.Named(stage).Stack("Account");
        var role = account.Only("AWS::IAM::Role");

        Assert.Equal($"${{{role.LogicalId}.Arn}}", account.Only("AWS::ApiGateway::Account").Text("CloudWatchRoleArn"));
        Assert.Null(role["ManagedPolicyArns"]);
    }

    [Theory]
    [InEveryVariant]
    public void Account_IsTheSameStackWhicheverStageIsDeployed(string stage) => Assert.Equal(
        Stages.Dev.Stack("Account").Json.ToJsonString(),
        Stages.Named(stage).Stack("Account").Json.ToJsonString());

    [Theory]
    [InEveryVariant]
    public void Account_HoldsNothingElse(string stage) => Assert.Equal(
        ["AWS::ApiGateway::Account", "AWS::IAM::Role"],
        Stages.Named(stage).Stack("Account").Resources.Select(resource => resource.Type).Order());
}
