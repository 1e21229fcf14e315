using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Context;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// One page that shows whether all is well, in the order of a request: alarms, edge, API, operations, functions, table, live updates. See
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html.
/// </summary>
internal sealed class Dashboard : Construct
{
    public Dashboard(Construct scope, string id, MonitoredStage stage, IEnumerable<string> alarms)
        : base(scope, id)
    {
        var page = new DashboardPage()
            .Row(2, new AlarmWidget($"Alarms of {stage.Name}", [.. alarms]))
            .Row(6, EdgeRow(stage))
            .Row(6, ApiRow(stage))
            .Row(6, OperationsRow(stage))
            .Row(6, FunctionsRow(stage))
            .Row(6, TableRow(stage))
            .Row(6, LiveRow(stage));

        // Dashboards are named by account, not by Region.
        var name = $"{stage.Name}-{stage.Region}";
        _ = new CfnDashboard(this, "Page", new CfnDashboardProps { DashboardName = name, DashboardBody = page.ToJson() });
        Url = $"https://{stage.Region}.console.aws.amazon.com/cloudwatch/home?region={stage.Region}#dashboards/dashboard/{name}";
    }

    /// <summary>Where somebody who is signed in to the account sees it.</summary>
    public string Url { get; }

    private static Widget[] EdgeRow(MonitoredStage stage) =>
    [
        Edge("Edge: requests", Line("all", EdgeAlarms.Metric(stage, "Requests", "Sum"))),
        Edge(
            "Edge: errors, %",
            Line("4xx", EdgeAlarms.Metric(stage, "4xxErrorRate", "Average")),
            Line("5xx", EdgeAlarms.Metric(stage, "5xxErrorRate", "Average"))),
        Edge("Edge: bytes downloaded", Line("bytes", EdgeAlarms.Metric(stage, "BytesDownloaded", "Sum"))),
    ];

    private static Widget[] ApiRow(MonitoredStage stage) =>
    [
        Graph(stage, "API: requests", Line("all", ApiAlarms.Metric(stage, "Count", "Sum"))),
        Graph(
            stage,
            "API: errors, share of requests",
            Line("4xx", ApiAlarms.Metric(stage, "4XXError", "Average")),
            Line("5xx", ApiAlarms.Metric(stage, "5XXError", "Average"))),
        Graph(
            stage,
            "API: latency, ms",
            Line("p50", ApiAlarms.Metric(stage, "Latency", "p50")),
            Line("p99", ApiAlarms.Metric(stage, "Latency", "p99")),
            Line("p99 of the functions", ApiAlarms.Metric(stage, "IntegrationLatency", "p99"))),
    ];

    // What the handlers themselves count, in CloudWatch's embedded metric format.
    private static Widget[] OperationsRow(MonitoredStage stage) =>
    [
        ByOperation(stage, "Operations: requests", operation => Own(stage, operation, "Requests", "Sum")),
        ByOperation(stage, "Operations: faults", operation => Own(stage, operation, "Faults", "Sum")),
        ByOperation(stage, "Operations: p99 latency, ms", operation => Own(stage, operation, "Latency", "p99")),
        ByOperation(stage, "Operations: cold starts", operation => Own(stage, operation, "ColdStarts", "Sum")),
    ];

    private static Widget[] FunctionsRow(MonitoredStage stage) =>
    [
        ByOperation(stage, "Functions: errors", operation => FunctionAlarms.Metric(stage, operation, "Errors", "Sum")),
        Graph(
            stage,
            "Functions: throttles",
            [
                Line("all of the account", FunctionAlarms.Throttles.Metrics[0]),
                .. stage.AllFunctions.Select(name => Line(name, FunctionAlarms.Metric(stage, name, "Throttles", "Sum"))),
            ]),
        ByOperation(stage, "Functions: longest, ms", operation => FunctionAlarms.Metric(stage, operation, "Duration", "Maximum")),
        ByOperation(stage, "Functions: at once", operation => FunctionAlarms.Metric(stage, operation, "ConcurrentExecutions", "Maximum")),
    ];

    private static Widget[] TableRow(MonitoredStage stage) =>
    [
        Graph(
            stage,
            "Table: consumed units",
            Line("read", TableAlarms.Metric(stage, "ConsumedReadCapacityUnits")),
            Line("written", TableAlarms.Metric(stage, "ConsumedWriteCapacityUnits"))),
        Graph(
            stage,
            "Table: throttles",
            [
                .. from alarm in TableAlarms.For(stage)
                   where alarm.Entry == "Table throttles"
                   select Line(alarm.Id, alarm.Metrics[0]),
            ]),
        Graph(
            stage,
            "Table: server errors",
            [.. TableAlarms.Operations.Select(
                name => Line(name, TableAlarms.Metric(stage, "SystemErrors", new Dimension("Operation", name))))]),
        Graph(
            stage,
            "Dead letters",
            Line("of the API", QueueAlarms.Waiting(stage.DeadLetterQueue)),
            Line("of the WebSocket API", QueueAlarms.Waiting(stage.LiveDeadLetterQueue)),
            Line("of rules", QueueAlarms.Waiting(stage.EventDeadLetterQueue))),
    ];

    private static Widget[] LiveRow(MonitoredStage stage) =>
    [
        Graph(stage, "Live: behind the table, ms", Line(LiveRoutes.Publisher, FunctionAlarms.Lag(stage).Metrics[0])),
        Graph(
            stage,
            "Live: batches of changes",
            Line("all", Own(stage, LiveRoutes.Publisher, "Requests", "Sum")),
            Line("failed", Own(stage, LiveRoutes.Publisher, "Faults", "Sum"))),
        Graph(stage, "Live: unpublished changes", Line("given up", QueueAlarms.Waiting(stage.UnpublishedQueue))),
    ];

    private static GraphWidget ByOperation(MonitoredStage stage, string title, Func<string, Metric> metric) =>
        Graph(stage, title, [.. stage.AllFunctions.Select(operation => Line(operation, metric(operation)))]);

    private static Metric Own(MonitoredStage stage, string operation, string name, string statistic) =>
        new(stage.Name, name, statistic, new Dimension("Operation", operation));

    private static GraphWidget Graph(MonitoredStage stage, string title, params (string, Metric)[] lines) =>
        new(title, stage.Region, lines);

    // CloudFront's metrics are in one Region, wherever the stage is.
    private static GraphWidget Edge(string title, params (string, Metric)[] lines) => new(title, Options.GlobalRegion, lines);

    private static (string Label, Metric Metric) Line(string label, Metric metric) => (label, metric);
}
