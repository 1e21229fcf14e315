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
    [InEveryVariant]
    public void Page_HasTheStateOfEveryAlarmOnTop(string variant)
    {
        var alarms = Stages.Variants[variant].Operations.OfType("AWS::CloudWatch::Alarm")
            .Select(alarm => $"arn:aws:cloudwatch:us-east-1:${{AWS::AccountId}}:alarm:{alarm.Text("AlarmName")}");
        var first = Page(variant)[0]!;

        Assert.Equal("alarm", (string)first["type"]!);
        Assert.Equal($"Alarms of Lexicon-{NameOf(variant)}", (string)first["properties"]!["title"]!);
        Assert.Equal(alarms, first["properties"]!["alarms"]!.AsArray().Select(arn => (string)arn!));
    }

    [Theory]
    [InEveryVariant]
    public void Page_FollowsARequest(string variant) =>
        Assert.Equal(s_titles, Graphs(variant).Select(graph => (string)graph["title"]!));

    [Theory]
    [InEveryVariant]
    public void Graphs_ShowTheEdgeOfTheWorldAndTheRestOfTheRegion(string variant)
    {
        var lines = Graphs(variant).SelectMany(graph => Lines(graph)).ToHashSet();

        Assert.All(Expected(NameOf(variant)), line => Assert.Contains(line, lines));
        Assert.All(Graphs(variant), graph => Assert.Equal("us-east-1", (string)graph["region"]!));
    }

    [Theory]
    [InEveryVariant]
    public void EveryOperation_HasItsOwnMetricsAndThoseOfItsFunction(string variant)
    {
        var lines = Graphs(variant).SelectMany(graph => Lines(graph)).ToHashSet();

        Assert.All(Routes.All.Select(route => route.Operation), operation =>
        {
            Assert.Contains($"Lexicon-{NameOf(variant)} Requests Operation {operation} Sum", lines);
            Assert.Contains($"Lexicon-{NameOf(variant)} Faults Operation {operation} Sum", lines);
            Assert.Contains($"Lexicon-{NameOf(variant)} Latency Operation {operation} p99", lines);
            Assert.Contains($"Lexicon-{NameOf(variant)} ColdStarts Operation {operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Errors FunctionName Lexicon-{NameOf(variant)}-Api-{operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Throttles FunctionName Lexicon-{NameOf(variant)}-Api-{operation} Sum", lines);
            Assert.Contains($"AWS/Lambda Duration FunctionName Lexicon-{NameOf(variant)}-Api-{operation} Maximum", lines);
            Assert.Contains($"AWS/Lambda ConcurrentExecutions FunctionName Lexicon-{NameOf(variant)}-Api-{operation} Maximum", lines);
        });
    }

    [Theory]
    [InEveryVariant]
    public void OwnMetrics_AreInTheNamespaceThatTheFunctionsAreTold(string variant) => Assert.All(
        Stages.Variants[variant].Api.OfType("AWS::Lambda::Function").Where(function => function["Environment.Variables.OPERATION"] is not null),
        function => Assert.Equal($"Lexicon-{NameOf(variant)}", function.Text("Environment.Variables.METRICS_NAMESPACE")));

    [Theory]
    [InEveryVariant]
    public void EveryMetricThatAnAlarmWatches_IsOnThePage(string variant)
    {
        var shown = Graphs(variant).SelectMany(graph => Lines(graph)).Select(line => line[..line.LastIndexOf(' ')]).ToHashSet();
        var watched =
            from alarm in Stages.Variants[variant].Operations.OfType("AWS::CloudWatch::Alarm")
            from metric in AlarmRow.MetricsOf(alarm)
            let dimensions = metric["Dimensions"]!.AsArray().Select(entry => $"{entry!["Name"]} {Intrinsics.Render(entry["Value"])}")
            select string.Join(' ', [$"{metric["Namespace"]}", $"{metric["MetricName"]}", .. dimensions]);

        Assert.Empty(watched.Except(shown));
    }

    [Theory]
    [InEveryVariant]
    public void Widgets_FillTheWidthAndDoNotOverlap(string variant)
    {
        var rows = Page(variant).GroupBy(widget => (int)widget!["y"]!).OrderBy(row => row.Key);
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
    [InEveryVariant]
    public void Page_HasANameThatNoOtherStageOrRegionHas(string variant)
    {
        Assert.Equal($"Lexicon-{NameOf(variant)}-us-east-1", Stages.Variants[variant].Operations.Only("AWS::CloudWatch::Dashboard").Text("DashboardName"));
        Assert.Equal(
            $"https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/Lexicon-{NameOf(variant)}-us-east-1",
            Stages.Variants[variant].Operations.Output("DashboardUrl"));
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

    private static JsonArray Page(string variant) =>
        JsonNode.Parse(Stages.Variants[variant].Operations.Only("AWS::CloudWatch::Dashboard").Text("DashboardBody"))!["widgets"]!.AsArray();

    private static IEnumerable<JsonNode> Graphs(string variant) =>
        Page(variant).Where(widget => (string)widget!["type"]! == "metric").Select(widget => widget!["properties"]!);

    private static IEnumerable<string> Lines(JsonNode graph) => graph["metrics"]!.AsArray().Select(line =>
        $"{string.Join(' ', line!.AsArray().SkipLast(1))} {line.AsArray()[^1]!["stat"]}");

    private static string NameOf(string variant) => Stages.Variants[variant].Name;
}
