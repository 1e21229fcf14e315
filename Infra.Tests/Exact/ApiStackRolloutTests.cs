namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of how a function goes live, all of it: its versions, and what turns a new one back.</summary>
public sealed class ApiStackRolloutTests
{
    [Fact]
    public void Alarms_AreExactlyThese() => Exactly.This("Api", "AWS::CloudWatch::Alarm", """
        AlarmDescription = Takes a new version back: the function ended without an answer.  prod ×16 full ×16
        AlarmDescription = Takes a new version back: the handler answered 500.  prod ×16 full ×16
        ComparisonOperator = GreaterThanThreshold  prod ×32 full ×32
        Dimensions = [{Name: Operation, Value: {operation}}]  prod ×16 full ×16
        Dimensions[] = {Name: FunctionName, Value: Lexicon-{stage}-Api-{operation}}  prod ×16 full ×16
        Dimensions[] = {Name: Resource, Value: Lexicon-{stage}-Api-{operation}:live}  prod ×16 full ×16
        EvaluationPeriods = 1  prod ×32 full ×32
        MetricName = Errors  prod ×16 full ×16
        MetricName = Faults  prod ×16 full ×16
        Namespace = AWS/Lambda  prod ×16 full ×16
        Namespace = Lexicon-{stage}  prod ×16 full ×16
        Period = 60  prod ×32 full ×32
        Statistic = Sum  prod ×32 full ×32
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×32 full ×32
        Threshold = 0  prod ×32 full ×32
        TreatMissingData = notBreaching  prod ×32 full ×32
        """);

    [Fact]
    public void DeploymentApplications_AreExactlyThese() => Exactly.This("Api", "AWS::CodeDeploy::Application", """
        ComputePlatform = Lambda  prod ×1 full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        """);

    [Fact]
    public void DeploymentGroups_AreExactlyThese() => Exactly.This("Api", "AWS::CodeDeploy::DeploymentGroup", """
        AlarmConfiguration.Alarms[] = {Name: ${./{operation}Errors}}  prod ×16 full ×16
        AlarmConfiguration.Alarms[] = {Name: ${./{operation}Faults}}  prod ×16 full ×16
        AlarmConfiguration.Enabled = true  prod ×16 full ×16
        ApplicationName = ${./Application}  prod ×16 full ×16
        AutoRollbackConfiguration.Enabled = true  prod ×16 full ×16
        AutoRollbackConfiguration.Events = [DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_REQUEST, DEPLOYMENT_STOP_ON_ALARM]  prod ×16 full ×16
        DeploymentConfigName = CodeDeployDefault.LambdaCanary10Percent5Minutes  prod ×16 full ×16
        DeploymentStyle.DeploymentOption = WITH_TRAFFIC_CONTROL  prod ×16 full ×16
        DeploymentStyle.DeploymentType = BLUE_GREEN  prod ×16 full ×16
        ServiceRoleArn = ${./Role.Arn}  prod ×16 full ×16
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×16 full ×16
        """);

    [Fact]
    public void Aliases_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Alias", """
        FunctionName = ${./Function}  ×16
        FunctionVersion = ${./Function/CurrentVersion.Version}  ×16
        Name = live  ×16
        UpdatePolicy.CodeDeployLambdaAliasUpdate.ApplicationName = ${/Rollout/Application}  prod ×16 full ×16
        UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName = ${/Rollout/{operation}}  prod ×16 full ×16
        """);

    [Fact]
    public void Versions_AreExactlyThese() => Exactly.This("Api", "AWS::Lambda::Version", """
        FunctionName = ${./Function}  ×16
        """);
}
