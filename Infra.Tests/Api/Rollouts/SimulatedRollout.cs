namespace Lexicon.Infra.Tests.Api.Rollouts;

/// <summary>
/// What CodeDeploy does with a new version of an operation's function, by the alarms of the template: the version before runs alone, then
/// each has requests every minute, and an alarm that the deployment group names stops the rollout. See
/// https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-create-alarms.html.
/// </summary>
internal sealed partial class SimulatedRollout(Template api, string operation)
{
    private const string Before = "4";
    private const string After = "5";
    private const int MinutesOfTheCanary = 5;

    /// <summary>The minute in which the new version is taken back, 0 for one that is never begun; null if it goes through.</summary>
    public int? TakenBackAfter(Failure before, Failure after)
    {
        var alone = Published(before, Before, isWeighted: false);
        if (Update is null)
        {
            return null;
        }

        // An alarm that has the same name for both versions is one alarm, and keeps its state.
        var namesBefore = Alarms.Where(alarm => IsInAlarm(alarm, Before, alone)).Select(alarm => NameOf(alarm, Before));
        if (Alarms.Select(alarm => NameOf(alarm, After)).Intersect(namesBefore).Any())
        {
            return 0;
        }

        string[] together = [.. Published(before, Before, isWeighted: true), .. Published(after, After, isWeighted: true)];
        var first = Alarms.Where(alarm => IsInAlarm(alarm, After, together))
            .Select(alarm => int.Parse(alarm.Text("Period"), null) * int.Parse(alarm.Text("EvaluationPeriods"), null) / 60)
            .DefaultIfEmpty(int.MaxValue).Min();
        return first <= MinutesOfTheCanary && Group.Texts("AutoRollbackConfiguration.Events").Contains("DEPLOYMENT_STOP_ON_ALARM")
            ? first
            : null;
    }

    private Resource Function => api.OfType("AWS::Lambda::Function")
        .Single(function => function.Text("Environment.Variables.OPERATION") == operation);

    private Resource Alias => api.OfType("AWS::Lambda::Alias").Single(alias => alias.Text("FunctionName") == Function.Ref);

    private JsonNode? Update => Alias.Json["UpdatePolicy"]?["CodeDeployLambdaAliasUpdate"];

    private Resource Group => api.Behind(Intrinsics.Render(Update!["DeploymentGroupName"]));

    private List<Resource> Alarms =>
        [.. Group.Items("AlarmConfiguration.Alarms").Select(alarm => api.Behind(Intrinsics.Render(alarm["Name"])))];

    private string[] Published(Failure how, string version, bool isWeighted) =>
        [.. PublishedMetrics.Of(how, Function.Text("FunctionName"), Function["Environment.Variables"]!, version, isWeighted)];

    // An alarm without a name of its own has one that CloudFormation makes up, once.
    private string NameOf(Resource alarm, string version) =>
        alarm["AlarmName"] is { } name ? With(version, Intrinsics.Render(name)) : alarm.LogicalId;

    private bool IsInAlarm(Resource alarm, string version, string[] published) => published.Contains(PublishedMetrics.Line(
        alarm.Text("Namespace"),
        alarm.Text("MetricName"),
        alarm.Items("Dimensions").Select(item => ((string)item["Name"]!, With(version, Intrinsics.Render(item["Value"]))))));

    // The number of the function's version in the place of what refers to it.
    private string With(string version, string text) => Reference().Replace(
        text,
        match => api[match.Groups[1].Value] is { Type: "AWS::Lambda::Version" } of && of.Text("FunctionName") == Function.Ref
            ? version
            : match.Value);

    [GeneratedRegex(@"\$\{(\w+)\.Version\}")]
    private static partial Regex Reference();
}
