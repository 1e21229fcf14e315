using Lexicon.Infra.Tests.Api.Rollouts;

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
                [
                    $"AWS/Lambda Errors ExecutedVersion={alias.Text("FunctionVersion")} FunctionName={name} Resource={name}:live",
                    $"Lexicon-prod Faults Operation={operation} Version={alias.Text("FunctionVersion")}",
                ],
                group.Items("AlarmConfiguration.Alarms").Select(alarm => MetricOf(api.Behind(Intrinsics.Render(alarm["Name"])))));
        });
    }

    // A failing version cannot stop its own repair; one that fails anew is taken back, whether the one before failed or not.
    [Theory]
    [InlineData(Failure.None, Failure.None, null)]
    [InlineData(Failure.Crash, Failure.None, null)]
    [InlineData(Failure.Fault, Failure.None, null)]
    [InlineData(Failure.None, Failure.Crash, 1)]
    [InlineData(Failure.None, Failure.Fault, 1)]
    [InlineData(Failure.Crash, Failure.Crash, 1)]
    [InlineData(Failure.Fault, Failure.Crash, 1)]
    [InlineData(Failure.Fault, Failure.Fault, 1)]
    public void NewVersion_GoesThroughUnlessItFailsItself(Failure before, Failure after, int? takenBackAfter) => Assert.All(
        Routes.Handled,
        route => Assert.Equal(
            takenBackAfter, new SimulatedRollout(Stages.Prod.Api, route.Operation).TakenBackAfter(before, after)));

    [Fact]
    public void Rollout_AtOnce_AsksNeitherCodeDeployNorAnAlarm_AndChangesNothingElse()
    {
        var atOnce = Stages.Synthesize("prod", more: ("rollout", "at-once")).Api;
        var gradual = Stages.Synthesize("prod").Api.Json.DeepClone();
        Assert.All(atOnce.OfType("AWS::Lambda::Alias"), alias =>
        {
            Assert.Null(alias.Json["UpdatePolicy"]);
            Assert.True(gradual["Resources"]![alias.LogicalId]!.AsObject().Remove("UpdatePolicy"));
        });
        Assert.True(JsonNode.DeepEquals(gradual, atOnce.Json));
        Assert.Null(new SimulatedRollout(atOnce, Routes.Handled[0].Operation).TakenBackAfter(Failure.Crash, Failure.Crash));
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
        + string.Join(' ', alarm.Items("Dimensions").Select(dimension => $"{dimension["Name"]}={Intrinsics.Render(dimension["Value"])}")
                .Order(StringComparer.Ordinal));
}
