using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>An alarm as a line: metric, statistic, dimensions, threshold, periods.</summary>
internal static class AlarmRow
{
    public static string Of(Resource alarm) => $"{NameOf(alarm)}: {Metrics(alarm)} {Threshold(alarm)}";

    /// <summary>The same in few words, without the dimensions that follow from the stage.</summary>
    public static string Summary(Resource alarm)
    {
        var metrics = MetricsOf(alarm).Select(metric => $"{metric["Namespace"]} `{metric["MetricName"]}`").Distinct();
        var stat = alarm["Metrics"]?.AsArray().Select(metric => metric!["MetricStat"]).OfType<JsonNode>().First();
        var statistic = stat is null ? $"{alarm.Text("Statistic")}{alarm.Text("ExtendedStatistic")}" : $"{stat["Stat"]}";
        var seconds = stat is null ? alarm.Text("Period") : $"{stat["Period"]}";
        return $"{string.Join(", ", metrics)}: {statistic} of {seconds} s {Threshold(alarm)}";
    }

    /// <summary>The id of the alarm's construct: <c>GetTermErrors</c>.</summary>
    public static string NameOf(Resource alarm) => alarm.Construct.Split('/')[^1];

    /// <summary>Every metric that the alarm looks at, as CloudFormation has it.</summary>
    public static IEnumerable<JsonNode> MetricsOf(Resource alarm) => alarm["Metrics"] is JsonArray metrics
        ? metrics.Select(metric => metric!["MetricStat"]?["Metric"]).OfType<JsonNode>()
        : [alarm.Json["Properties"]!];

    /// <summary>The value of a dimension of a metric; null if it has none of that name.</summary>
    public static string? Dimension(JsonNode metric, string name) =>
        metric["Dimensions"]!.AsArray().Where(dimension => (string)dimension!["Name"]! == name)
            .Select(dimension => Intrinsics.Render(dimension!["Value"]))
            .SingleOrDefault();

    private static string Metrics(Resource alarm) => alarm["Metrics"] is JsonArray metrics
        ? string.Join("; ", metrics.Select(metric => Query(metric!)))
        : $"{Metric(alarm.Json["Properties"]!)} {alarm.Text("Statistic")}{alarm.Text("ExtendedStatistic")} every {alarm.Text("Period")} s";

    private static string Query(JsonNode query) => query["MetricStat"] is { } stat
        ? $"{query["Id"]}: {Metric(stat["Metric"]!)} {stat["Stat"]} every {stat["Period"]} s{Returned(query)}"
        : $"{query["Id"]}: {query["Expression"]} ({query["Label"]}){Returned(query)}";

    // What says nothing is returned, too.
    private static string Returned(JsonNode query) => (bool?)query["ReturnData"] == false ? "" : " =";

    private static string Metric(JsonNode metric) => $"{metric["Namespace"]} {metric["MetricName"]} ({Dimensions(metric)})";

    private static string Dimensions(JsonNode metric) => string.Join(
        ", ",
        metric["Dimensions"]!.AsArray().Select(dimension => $"{dimension!["Name"]} {Intrinsics.Render(dimension["Value"])}"));

    private static string Threshold(Resource alarm) =>
        $"{Comparison(alarm)} {alarm.Text("Threshold")}, {alarm.Text("DatapointsToAlarm")} of {alarm.Text("EvaluationPeriods")}";

    private static string Comparison(Resource alarm) =>
        alarm.Text("ComparisonOperator") == "GreaterThanThreshold" ? ">" : alarm.Text("ComparisonOperator");
}
