namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>What is watched: everything that is declared, and everything that can fail.</summary>
public sealed partial class AlarmTests
{
    [Theory, InEveryVariant]
    public void EveryAlarm_WatchesWhatItsWatchSays(string variant) => Assert.Equal(
        from definition in DefinitionsOf(variant)
        from metric in definition.Metrics
        let dimensions = metric.Dimensions.Select(dimension => $"{dimension.Name} {dimension.Value}")
        let threshold = definition.Threshold.ToString(CultureInfo.InvariantCulture)
        select $"{definition.Id}: {string.Join(' ', [metric.Namespace, metric.Name, .. dimensions])} {metric.Statistic} of "
            + $"{definition.PeriodSeconds} s > {threshold}, {definition.PeriodsThatCount} of {definition.Periods}",
        AlarmsOf(variant).SelectMany(alarm => AlarmRow.MetricsOf(alarm).Select(metric =>
            $"{AlarmRow.NameOf(alarm)}: {AlarmRow.Metric(metric)} {AlarmRow.Summary(alarm).Split(": ")[^1]}")));

    [Theory, InEveryVariant]
    public void SlowAnswers_AreToldAtTwoSeconds_AndAtFourFifthsOfAFunctionsTimeout(string variant)
    {
        Assert.All(AlarmsOf(variant).Where(alarm => alarm.Text("MetricName") == "Latency"), alarm =>
            alarm.Says(("Threshold", "2000"), ("ExtendedStatistic", "p99")));
        Assert.All(Functions(variant), function => Assert.Equal(
            0.8 * 1000 * double.Parse(function.Text("Timeout"), CultureInfo.InvariantCulture),
            (double?)Watching(variant, "Duration", "FunctionName", function.Text("FunctionName"))["Threshold"]));
    }

    // A metric of a name that nothing has never has data, and its alarm never goes off.
    [Theory, InEveryVariant]
    public void EveryFunctionQueueApiAndIndex_IsWatchedByItsName(string variant)
    {
        var (api, table) = (Stages.Named(variant).Api, Stages.Named(variant).Data.Only("AWS::DynamoDB::GlobalTable"));
        Assert.All(Functions(variant), function => Watching(variant, "Errors", "FunctionName", function.Text("FunctionName")));

        // What is given up on the way of a queue is watched in the queue of its dead letters.
        var last = Stages.Named(variant).Templates.SelectMany(template => template.OfType("AWS::SQS::Queue"))
            .Where(queue => queue["RedrivePolicy"] is null);
        Assert.All(last, queue =>
            Watching(variant, "ApproximateNumberOfMessagesVisible", "QueueName", queue.Text("QueueName")));
        Assert.All(["5XXError", "Latency"], metric => Assert.Equal(
            api.Only("AWS::ApiGateway::Stage").Text("StageName"),
            AlarmRow.Dimension(
                Watching(variant, metric, "ApiName", api.Only("AWS::ApiGateway::RestApi").Text("Name")).Json["Properties"]!, "Stage")));
        Assert.All(table.Items("GlobalSecondaryIndexes").Select(index => $"{index["IndexName"]}"), index =>
        {
            Watching(variant, "ReadThrottleEvents", "GlobalSecondaryIndexName", index);
            Watching(variant, "WriteThrottleEvents", "GlobalSecondaryIndexName", index);
        });
        Assert.All(["ReadThrottleEvents", "WriteThrottleEvents"], metric => Assert.Contains(
            AlarmsOf(variant), alarm => alarm.Text("MetricName") == metric && alarm.Items("Dimensions").Count() == 1));
        Assert.Contains(AlarmsOf(variant), alarm => alarm.Text("MetricName") == "Throttles" && !alarm.Items("Dimensions").Any());
    }

    [Fact]
    public void EveryRequestThatTheStoreMakes_IsWatchedForServerErrors_WithinWhatOneAlarmTakes()
    {
        var requests = Directory.EnumerateFiles(Repository.File("Functions", "Store"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Request().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        var alarm = Assert.Single(AlarmsOf("dev"), alarm => AlarmRow.NameOf(alarm) == "TableSystemErrors");
        var sum = Assert.Single(alarm.Items("Metrics"), metric => metric["Expression"] is not null);

        Assert.Empty(requests.Except(AlarmRow.MetricsOf(alarm).Select(metric => AlarmRow.Dimension(metric, "Operation")!)));
        Assert.InRange(AlarmRow.MetricsOf(alarm).Count(), 1, 10);
        Assert.Equal(("SUM(FILL(METRICS(), 0))", "True"), ($"{sum["Expression"]}", $"{(bool?)sum["ReturnData"] ?? true}"));
    }

    [Fact]
    public void OutsideUsEast1_TheEdgeIsNotWatched_SinceItsMetricsAreNotThere() => Assert.Equal(
        ["EdgeServerErrors"],
        AlarmDefinitions.For(AnyStage.Monitored("dev")).Select(definition => definition.Id)
            .Except(AlarmDefinitions.For(AnyStage.Monitored("dev") with { Region = "eu-north-1" }).Select(definition => definition.Id)));

    private static IEnumerable<AlarmDefinition> DefinitionsOf(string variant) =>
        AlarmDefinitions.For(AnyStage.Monitored(Stages.Named(variant).Name));

    private static IEnumerable<Resource> AlarmsOf(string variant) => Stages.Named(variant).Operations.OfType("AWS::CloudWatch::Alarm");

    private static IEnumerable<Resource> Functions(string variant) =>
        Stages.Named(variant).Templates.SelectMany(template => template.OfType("AWS::Lambda::Function"))
            .Where(function => function["Environment.Variables.OPERATION"] is not null);

    private static Resource Watching(string variant, string metric, string dimension, string value) => Assert.Single(
        AlarmsOf(variant),
        alarm => alarm.Text("MetricName") == metric && AlarmRow.Dimension(alarm.Json["Properties"]!, dimension) == value);

    [GeneratedRegex(@"\b((?:Batch|Transact)?(?:Get|Put|Update|Delete|Write)Items?|Query|Scan|ExecuteStatement)Async\(")]
    private static partial Regex Request();
}
