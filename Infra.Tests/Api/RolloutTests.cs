using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>A new version of a function serves a few first, and goes when it fails.</summary>
public sealed class RolloutTests
{
    [Theory]
    [InEveryVariant]
    public void EachFunction_HasALiveAliasOfItsVersion(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.All(api.OfType("AWS::Lambda::Function"), function =>
        {
            var alias = Assert.Single(api.OfType("AWS::Lambda::Alias"), alias => alias.Text("FunctionName") == $"${{{function.LogicalId}}}");
            var version = api[alias.Text("FunctionVersion").Trim('$', '{', '}').Replace(".Version", "", StringComparison.Ordinal)];

            Assert.Equal("live", alias.Text("Name"));
            Assert.Equal(("AWS::Lambda::Version", $"${{{function.LogicalId}}}"), (version.Type, version.Text("FunctionName")));
        });
        Assert.Equal(Routes.All.Count, api.OfType("AWS::Lambda::Version").Count());
    }

    [Theory]
    [InEveryVariant]
    public void VersionsOfDev_AreLiveAtOnce_AndThoseOfProdComeThroughCodeDeploy(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::Lambda::Alias"),
        alias => Assert.Equal(stage is not "dev", alias.Json["UpdatePolicy"]?["CodeDeployLambdaAliasUpdate"] is not null));

    [Fact]
    public void VersionsOfDev_NeedNoCodeDeploy() => Assert.DoesNotContain(
        Stages.Dev.Api.Resources, resource => resource.Type.StartsWith("AWS::CodeDeploy::", StringComparison.Ordinal));

    [Theory]
    [InlineData("prod")]
    [InlineData("full")]
    public void NewVersion_ServesATenthForFiveMinutes_AndIsTakenBackOnAnAlarm(string stage)
    {
        var api = Stages.Named(stage).Api;
        var application = api.Only("AWS::CodeDeploy::Application");

        Assert.Equal("Lambda", application.Text("ComputePlatform"));
        Assert.Equal(Routes.All.Count, api.OfType("AWS::CodeDeploy::DeploymentGroup").Count());
        Assert.Equal(2 * Routes.All.Count, api.OfType("AWS::CloudWatch::Alarm").Count());
        foreach (var route in Routes.All)
        {
            var update = Assert.Single(AliasOf(route, api).Json["UpdatePolicy"]!.AsObject()).Value!;
            var group = api.Behind(Intrinsics.Render(update["DeploymentGroupName"]));

            // No function of ours is asked before or after: alarms decide.
            Assert.Equal(["ApplicationName", "DeploymentGroupName"], update.AsObject().Select(member => member.Key).Order());
            Assert.Equal($"${{{application.LogicalId}}}", Intrinsics.Render(update["ApplicationName"]));
            Assert.Equal($"${{{application.LogicalId}}}", group.Text("ApplicationName"));
            Assert.Equal("CodeDeployDefault.LambdaCanary10Percent5Minutes", group.Text("DeploymentConfigName"));
            Assert.Equal(("BLUE_GREEN", "WITH_TRAFFIC_CONTROL"), (group.Text("DeploymentStyle.DeploymentType"), group.Text("DeploymentStyle.DeploymentOption")));
            Assert.Equal("true", group.Text("AutoRollbackConfiguration.Enabled"));
            Assert.Equal(
                ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
                group.Texts("AutoRollbackConfiguration.Events").Order());
            Assert.Equal("true", group.Text("AlarmConfiguration.Enabled"));
            Assert.Equal(
                [
                    $"AWS/Lambda Errors FunctionName=Lexicon-prod-Api-{route.Operation} Resource=Lexicon-prod-Api-{route.Operation}:live",
                    $"Lexicon-prod Faults Operation={route.Operation}",
                ],
                group["AlarmConfiguration.Alarms"]!.AsArray()
                    .Select(alarm => MetricOf(api.Behind(Intrinsics.Render(alarm!["Name"])))));
        }
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("full")]
    public void AlarmsThatTakeAVersionBack_GoOffAtTheFirstFailure_AndTellNobody(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::CloudWatch::Alarm"),
        alarm =>
        {
            Assert.Equal(
                ("GreaterThanThreshold", "0", "1", "60", "Sum", "notBreaching"),
                (alarm.Text("ComparisonOperator"), alarm.Text("Threshold"), alarm.Text("EvaluationPeriods"), alarm.Text("Period"),
                    alarm.Text("Statistic"), alarm.Text("TreatMissingData")));
            Assert.Equal(
                alarm.Text("MetricName") == "Errors"
                    ? "Takes a new version back: the function ended without an answer."
                    : "Takes a new version back: the handler answered 500.",
                alarm.Text("AlarmDescription"));
            Assert.Null(alarm["AlarmActions"]);
        });

    [Theory]
    [InlineData("prod")]
    [InlineData("full")]
    public void CodeDeploy_MayMoveOurAliasesAndReadAlarms_AndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        var role = api.OfType("AWS::IAM::Role").Single(role => role.Construct.Contains("/Rollout/", StringComparison.Ordinal));
        var statements = Statement.Of(role, api).OrderBy(statement => statement.Actions[0], StringComparer.Ordinal).ToList();

        Assert.All(
            api.OfType("AWS::CodeDeploy::DeploymentGroup"),
            group => Assert.Equal($"${{{role.LogicalId}.Arn}}", group.Text("ServiceRoleArn")));
        Assert.Equal(2, statements.Count);
        Assert.All(statements, statement => Assert.Equal("Allow", statement.Effect));
        Assert.Equal(["cloudwatch:DescribeAlarms"], statements[0].Actions);
        Assert.Equal(["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"], statements[1].Actions);
        Assert.Equal(
            Routes.All.SelectMany(route => (string[])[Arn(route), $"{Arn(route)}:live"]).Order(StringComparer.Ordinal),
            statements[1].Resources.Order(StringComparer.Ordinal));
    }

    private static string Arn(Route route) =>
        $"arn:aws:lambda:us-east-1:${{AWS::AccountId}}:function:Lexicon-prod-Api-{route.Operation}";

    private static Resource AliasOf(Route route, Template api) => api.OfType("AWS::Lambda::Alias")
        .Single(alias => api.Behind(alias.Text("FunctionName")).Text("Environment.Variables.OPERATION") == route.Operation);

    private static string MetricOf(Resource alarm) =>
        $"{alarm.Text("Namespace")} {alarm.Text("MetricName")} " +
        string.Join(' ', alarm["Dimensions"]!.AsArray().Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}"));
}
