namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The distribution. Its rates are percentages of all requests:
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html.
/// </summary>
internal static class EdgeAlarms
{
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        new()
        {
            Id = "EdgeServerErrors",
            Entry = "Edge server errors",
            Meaning = "More than 1 % of what CloudFront answered in 3 of 5 minutes were 5xx.",
            Metrics = [Metric(stage, "5xxErrorRate", "Average")],
            Threshold = 1,
            PeriodSeconds = 60,
            Periods = 5,
            PeriodsThatCount = 3,
        },
    ];

    public static Metric Metric(MonitoredStage stage, string name, string statistic) =>
        new("AWS/CloudFront", name, statistic, new Dimension("DistributionId", stage.DistributionId), new Dimension("Region", "Global"));
}
