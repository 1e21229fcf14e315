namespace Lexicon.Infra.Tests.Api;

/// <summary>A new version of a function serves a few first, and goes when it fails; in dev it is live at once.</summary>
public sealed class RolloutTests
{
    [Theory, InlineData("prod"), InlineData("full")]
    public void NewVersion_ServesATenthForFiveMinutes_AndIsTakenBackOnAnAlarmOfItsOwn(string stage)
    {
        var api = Stages.Named(stage).Api;
        var application = api.Only("AWS::CodeDeploy::Application");
        application.Says(("ComputePlatform", "Lambda"));
        Assert.All(api.OfType("AWS::Lambda::Alias"), alias =>
        {
            var update = alias.Json["UpdatePolicy"]!["CodeDeployLambdaAliasUpdate"]!;
            var group = api.Behind(Intrinsics.Render(update["DeploymentGroupName"]));
            var function = api.Behind(alias.Text("FunctionName"));
            var (name, operation) = (function.Text("FunctionName"), function.Text("Environment.Variables.OPERATION"));

            Assert.Equal(application.Ref, Intrinsics.Render(update["ApplicationName"]));
            group.Says(
                ("ApplicationName", application.Ref), ("DeploymentConfigName", "CodeDeployDefault.LambdaCanary10Percent5Minutes"),
                ("DeploymentStyle.DeploymentType", "BLUE_GREEN"), ("DeploymentStyle.DeploymentOption", "WITH_TRAFFIC_CONTROL"),
                ("AutoRollbackConfiguration.Enabled", "true"),
                ("AutoRollbackConfiguration.Events", "DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_REQUEST, DEPLOYMENT_STOP_ON_ALARM"),
                ("AlarmConfiguration.Enabled", "true"));
            Assert.Equal(
                [$"AWS/Lambda Errors FunctionName={name} Resource={name}:live", $"Lexicon-prod Faults Operation={operation}"],
                group.Items("AlarmConfiguration.Alarms").Select(alarm => MetricOf(api.Behind(Intrinsics.Render(alarm["Name"])))));
        });
    }

    // The first failure counts, within the five minutes: a rule.
    [Theory, InlineData("prod"), InlineData("full")]
    public void EveryAlarmOfTheApi_TakesAVersionBack_WithinAMinute(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::CloudWatch::Alarm"),
        alarm =>
        {
            Assert.True(Rules.AlarmTellsSomebody.IsACanary(alarm, Stages.Named(stage).Api), alarm.Construct);
            alarm.Says(("Period", "60"), ("EvaluationPeriods", "1"), ("Statistic", "Sum"), ("Threshold", "0"));
        });

    [Theory, InlineData("prod"), InlineData("full")]
    public void CodeDeploy_MayMoveOurAliasesAndReadAlarms_AndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        var role = api.Behind(
            Assert.Single(api.OfType("AWS::CodeDeploy::DeploymentGroup").Select(group => group.Text("ServiceRoleArn")).Distinct()));
        var arns = api.OfType("AWS::Lambda::Function")
            .Select(function => $"arn:aws:lambda:us-east-1:${{AWS::AccountId}}:function:{function.Text("FunctionName")}");

        Assert.Equal("codedeploy.amazonaws.com", Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"])).Principal);
        Assert.Equal(
            [
                "cloudwatch:DescribeAlarms on *", "lambda:GetAlias, lambda:GetProvisionedConcurrencyConfig, lambda:UpdateAlias on "
                    + string.Join(", ", arns.SelectMany(arn => (string[])[arn, $"{arn}:live"]).Order(StringComparer.Ordinal)),
            ],
            Statement.Of(role, api).Select(statement => $"{statement}").Order(StringComparer.Ordinal));
    }

    private static string MetricOf(Resource alarm) =>
        $"{alarm.Text("Namespace")} {alarm.Text("MetricName")} "
        + string.Join(' ', alarm.Items("Dimensions").Select(dimension => $"{dimension["Name"]}={dimension["Value"]}"));
}
