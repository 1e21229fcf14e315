namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>An alarm as a line: metric, statistic, threshold, periods.</summary>
internal static class AlarmRow
{
    /// <summary>In few words, without the dimensions that follow from the stage.</summary>
    public static string Summary(Resource alarm)
    {
        var metrics = MetricsOf(alarm).Select(metric => $"{metric["Namespace"]} `{metric["MetricName"]}`").Distinct();
        var stat = alarm.Items("Metrics").Select(metric => metric["MetricStat"]).OfType<JsonNode>().FirstOrDefault();
        var statistic = stat is null ? $"{alarm.Text("Statistic")}{alarm.Text("ExtendedStatistic")}" : $"{stat["Stat"]}";
        var comparison = alarm.Text("ComparisonOperator") == "GreaterThanThreshold" ? ">" : alarm.Text("ComparisonOperator");
        return $"{string.Join(", ", metrics)}: {statistic} of {(stat is null ? alarm.Text("Period") : stat["Period"])} s {comparison} "
            + $"{alarm.Text("Threshold")}, {alarm.Text("DatapointsToAlarm")} of {alarm.Text("EvaluationPeriods")}";
    }

    /// <summary>The id of the alarm's construct: <c>GetTermErrors</c>.</summary>
    public static string NameOf(Resource alarm) => alarm.Construct.Split('/')[^1];

    /// <summary>Every metric that the alarm looks at, as CloudFormation has it.</summary>
    public static IEnumerable<JsonNode> MetricsOf(Resource alarm) => alarm["Metrics"] is JsonArray metrics
        ? metrics.Select(metric => metric!["MetricStat"]?["Metric"]).OfType<JsonNode>()
        : [alarm.Json["Properties"]!];

    /// <summary>A metric with its dimensions: <c>AWS/SQS NumberOfMessagesSent QueueName Lexicon-dev-Api-DeadLetters</c>.</summary>
    public static string Metric(JsonNode metric) => string.Join(
        ' ',
        [
            $"{metric["Namespace"]}", $"{metric["MetricName"]}",
            .. metric["Dimensions"]?.AsArray().Select(dimension => $"{dimension!["Name"]} {Intrinsics.Render(dimension["Value"])}") ?? [],
        ]);

    /// <summary>The value of a dimension of a metric; null if it has none of that name.</summary>
    public static string? Dimension(JsonNode metric, string name) => metric["Dimensions"]?.AsArray()
        .Where(dimension => (string)dimension!["Name"]! == name)
        .Select(dimension => Intrinsics.Render(dimension!["Value"])).SingleOrDefault();
}
