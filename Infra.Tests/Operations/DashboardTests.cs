using System.Text.Json.Nodes;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>The one page that shows whether all is well.</summary>
public sealed class DashboardTests
{
    private static readonly string[] s_titles =
    [
        "Edge: requests", "Edge: errors, %", "Edge: bytes downloaded",
        "API: requests", "API: errors, share of requests", "API: latency, ms",
        "Operations: requests", "Operations: faults", "Operations: p99 latency, ms", "Operations: cold starts",
        "Functions: errors", "Functions: throttles", "Functions: longest, ms", "Functions: at once",
        "Table: consumed units", "Table: throttles", "Table: server errors", "Dead letters",
    ];

    [Theory]
    [InBothStages]
    public void Page_HasTheStateOfEveryAlarmOnTop(string stage)
    {
        var alarms = Stages.Named(stage).Operations.OfType("AWS::CloudWatch::Alarm").Select(alarm => $"${{{alarm.LogicalId}.Arn}}");
        var first = Page(stage)[0]!;

        Assert.Equal("alarm", (string)first["type"]!);
        Assert.Equal($"Alarms of Lexicon-{stage}", (string)first["properties"]!["title"]!);
        Assert.Equal(alarms, first["properties"]!["alarms"]!.AsArray().Select(arn => (string)arn!));
    }

    [Theory]
    [InBothStages]
    public void Page_FollowsARequest(string stage) =>
        Assert.Equal(s_titles, Graphs(stage).Select(graph => (string)graph["title"]!));

    [Theory]
    [InBothStages]
    public void Graphs_ShowTheEdgeOfTheWorldAndTheRestOfTheRegion(string stage)
    {
        var lines = Graphs(stage).SelectMany(graph => Lines(graph)).ToHashSet();

        Assert.All(Expected(stage), line => Assert.Contains(line, lines));
        Assert.All(Graphs(stage), graph => Assert.Equal("us-east-1", (string)graph["region"]!));
    }

    [Theory]
    [InBothStages]
    public void EveryOperation_HasItsOwnMetricsAndThoseOfItsFunction(string stage)
    {
        var lines = Graphs(stage).SelectMany(graph => Lines(graph)).ToHashSet();

        Assert.All(Routes.All.Select(route => route.Operation), operation =>
        {
            Assert.Contains($"Lexicon-{stage} Requests Operation {operation} Sum", lines);
            Assert.Contains($"Lexicon-{stage} Faults Operation {operation} Sum", lines);
            Assert.Contains($"Lexicon-{stage} Latency Operation {operation} p99", lines);
            Assert.Contains($"Lexicon-{stage} ColdStarts Operation {operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Errors FunctionName Lexicon-{stage}-Api-{operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Throttles FunctionName Lexicon-{stage}-Api-{operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Duration FunctionName Lexicon-{stage}-Api-{operation} Maximum", lines);
            Assert.Contains($"AWS/Lambda ConcurrentExecutions FunctionName Lexicon-{stage}-Api-{operation} Maximum", lines);
        });
    }

    [Theory]
    [InBothStages]
    public void OwnMetrics_AreInTheNamespaceThatTheFunctionsAreTold(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::Lambda::Function").Where(function => function["Environment.Variables.OPERATION"] is not null),
        function => Assert.Equal($"Lexicon-{stage}", function.Text("Environment.Variables.METRICS_NAMESPACE")));

    [Theory]
    [InBothStages]
    public void EveryMetricThatAnAlarmWatches_IsOnThePage(string stage)
    {
        var shown = Graphs(stage).SelectMany(graph => Lines(graph)).Select(line => line[..line.LastIndexOf(' ')]).ToHashSet();
        var watched =
            from alarm in Stages.Named(stage).Operations.OfType("AWS::CloudWatch::Alarm")
            from metric in AlarmRow.MetricsOf(alarm)
            let dimensions = metric["Dimensions"]!.AsArray().Select(entry => $"{entry!["Name"]} {Intrinsics.Render(entry["Value"])}")
            select $"{metric["Namespace"]} {metric["MetricName"]} {string.Join(' ', dimensions)}";

        Assert.Empty(watched.Except(shown));
    }

    [Theory]
    [InBothStages]
    public void Widgets_FillTheWidthAndDoNotOverlap(string stage)
    {
        var rows = Page(stage).GroupBy(widget => (int)widget!["y"]!).OrderBy(row => row.Key);
        var y = 0;
        foreach (var row in rows)
        {
            Assert.Equal(y, row.Key);
            Assert.Equal(24, row.Sum(widget => (int)widget!["width"]!));
            Assert.Equal(row.Count(), row.Select(widget => (int)widget!["x"]!).Distinct().Count());
            y += (int)Assert.Single(row.Select(widget => (int)widget!["height"]!).Distinct());
        }
    }

    [Theory]
    [InBothStages]
    public void Page_HasANameThatNoOtherStageOrRegionHas(string stage)
    {
        Assert.Equal($"Lexicon-{stage}-us-east-1", Stages.Named(stage).Operations.Only("AWS::CloudWatch::Dashboard").Text("DashboardName"));
        Assert.Equal(
            $"https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/Lexicon-{stage}-us-east-1",
            Stages.Named(stage).Operations.Output("DashboardUrl"));
    }

    private static IEnumerable<string> Expected(string stage)
    {
        var (edge, api) = ($"DistributionId ${{import Lexicon-{stage}-Site-DistributionId}} Region Global", $"ApiName Lexicon-{stage} Stage {stage}");
        var table = $"TableName ${{import Lexicon-{stage}-Data-TableName}}";
        return
        [
            $"AWS/CloudFront Requests {edge} Sum",
            $"AWS/CloudFront 4xxErrorRate {edge} Average",
            $"AWS/CloudFront 5xxErrorRate {edge} Average",
            $"AWS/CloudFront BytesDownloaded {edge} Sum",
            $"AWS/ApiGateway Count {api} Sum",
            $"AWS/ApiGateway 4XXError {api} Average",
            $"AWS/ApiGateway 5XXError {api} Average",
            $"AWS/ApiGateway Latency {api} p50",
            $"AWS/ApiGateway Latency {api} p99",
            $"AWS/ApiGateway IntegrationLatency {api} p99",
            $"AWS/DynamoDB ConsumedReadCapacityUnits {table} Sum",
            $"AWS/DynamoDB ConsumedWriteCapacityUnits {table} Sum",
            $"AWS/DynamoDB ReadThrottleEvents {table} Sum",
            $"AWS/SQS ApproximateNumberOfMessagesVisible QueueName Lexicon-{stage}-Api-DeadLetters Maximum",
        ];
    }

    private static JsonArray Page(string stage) =>
        JsonNode.Parse(Stages.Named(stage).Operations.Only("AWS::CloudWatch::Dashboard").Text("DashboardBody"))!["widgets"]!.AsArray();

    private static IEnumerable<JsonNode> Graphs(string stage) =>
        Page(stage).Where(widget => (string)widget!["type"]! == "metric").Select(widget => widget!["properties"]!);

    private static IEnumerable<string> Lines(JsonNode graph) => graph["metrics"]!.AsArray().Select(line =>
        $"{string.Join(' ', line!.AsArray().SkipLast(1))} {line.AsArray()[^1]!["stat"]}");
}
