namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The REST API's stage. The average of <c>5XXError</c> is the rate of such answers:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html.
/// </summary>
internal static class ApiAlarms
{
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        ServerErrors(stage),
        Latency(stage),
    ];

    private static AlarmDefinition ServerErrors(MonitoredStage stage) => new()
    {
        Id = "ApiServerErrors",
        Entry = "API server errors",
        Meaning = "More than 1 % of what the API answered in 3 of 5 minutes were 5xx.",
        Metrics = [Metric(stage, "5XXError", "Average")],
        Threshold = 0.01,
        PeriodSeconds = 60,
        Periods = 5,
        PeriodsThatCount = 3,
    };

    private static AlarmDefinition Latency(MonitoredStage stage) => new()
    {
        Id = "ApiLatency",
        Entry = "API latency",
        Meaning = "One answer of a hundred took the API longer than 2 seconds, for 15 minutes.",
        Metrics = [Metric(stage, "Latency", "p99")],
        Threshold = 2000,
        PeriodSeconds = 300,
        Periods = 3,
        PeriodsThatCount = 3,
    };

    public static Metric Metric(MonitoredStage stage, string name, string statistic) =>
        new("AWS/ApiGateway", name, statistic, new Dimension("ApiName", stage.Name), new Dimension("Stage", stage.ApiStage));
}
