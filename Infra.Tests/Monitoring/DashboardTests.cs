namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>The one page that shows whether all is well.</summary>
public sealed class DashboardTests
{
    [Theory, InEveryVariant]
    public void Page_HasTheStateOfEveryAlarmOnTop(string variant)
    {
        var operations = Stages.Named(variant).Operations;
        var first = Page(variant)[0]!;
        Assert.Equal("alarm", (string)first["type"]!);
        Assert.Equal(
            operations.OfType("AWS::CloudWatch::Alarm")
                .Select(alarm => $"arn:aws:cloudwatch:us-east-1:${{AWS::AccountId}}:alarm:{alarm.Text("AlarmName")}"),
            first["properties"]!["alarms"]!.AsArray().Select(arn => (string)arn!));
    }

    [Theory, InEveryVariant]
    public void EveryOperation_HasItsOwnMetricsAndThoseOfItsFunction(string variant)
    {
        var (lines, stage) = (Lines(variant).ToHashSet(), $"Lexicon-{Stages.Named(variant).Name}");
        Assert.Empty(Routes.Handled.SelectMany(route => (string[])
            [
                $"{stage} Requests Operation {route.Operation} Sum",
                $"{stage} Faults Operation {route.Operation} Sum",
                $"{stage} Latency Operation {route.Operation} p99",
                $"{stage} ColdStarts Operation {route.Operation} Sum",
                $"AWS/Lambda Errors FunctionName {stage}-Api-{route.Operation} Sum",
                $"AWS/Lambda Throttles FunctionName {stage}-Api-{route.Operation} Sum",
                $"AWS/Lambda Duration FunctionName {stage}-Api-{route.Operation} Maximum",
                $"AWS/Lambda ConcurrentExecutions FunctionName {stage}-Api-{route.Operation} Maximum",
            ]).Except(lines));
    }

    [Theory, InEveryVariant]
    public void EveryMetricThatAnAlarmWatches_IsOnThePage_OfItsRegion(string variant)
    {
        var shown = Lines(variant).Select(line => line[..line.LastIndexOf(' ')]);
        Assert.Empty(Stages.Named(variant).Operations.OfType("AWS::CloudWatch::Alarm").SelectMany(AlarmRow.MetricsOf)
            .Select(AlarmRow.Metric).Except(shown));
        Assert.All(Graphs(variant), graph => Assert.Equal("us-east-1", (string)graph["region"]!));
    }

    [Theory, InEveryVariant]
    public void Widgets_FillTheWidthAndDoNotOverlap(string variant)
    {
        var y = 0;
        foreach (var row in Page(variant).GroupBy(widget => (int)widget!["y"]!).OrderBy(row => row.Key))
        {
            Assert.Equal((y, 24), (row.Key, row.Sum(widget => (int)widget!["width"]!)));
            Assert.Equal(row.Count(), row.Select(widget => (int)widget!["x"]!).Distinct().Count());
            y += (int)Assert.Single(row.Select(widget => (int)widget!["height"]!).Distinct());
        }
    }

    private static JsonArray Page(string variant) =>
        JsonNode.Parse(Stages.Named(variant).Operations.Only("AWS::CloudWatch::Dashboard").Text("DashboardBody"))!["widgets"]!.AsArray();

    private static IEnumerable<JsonNode> Graphs(string variant) =>
        Page(variant).Where(widget => (string)widget!["type"]! == "metric").Select(widget => widget!["properties"]!);

    private static IEnumerable<string> Lines(string variant) => Graphs(variant).SelectMany(graph => graph["metrics"]!.AsArray())
        .Select(line => $"{string.Join(' ', line!.AsArray().SkipLast(1))} {line.AsArray()[^1]!["stat"]}");
}
