using Lexicon.Infra.Context;

namespace Lexicon.Infra.Monitoring;

/// <summary>All that is monitored, in the order of a request: edge, API, functions, queue, table.</summary>
internal static class AlarmDefinitions
{
    /// <summary>
    /// What to tell of. CloudFront has its metrics, and an alarm its metrics, in one Region: elsewhere the edge cannot be watched
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html).
    /// </summary>
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        .. stage.Region == Options.GlobalRegion ? EdgeAlarms.For(stage) : [],
        .. ApiAlarms.For(stage),
        .. stage.AllFunctions.SelectMany(operation => FunctionAlarms.For(stage, operation)),
        FunctionAlarms.Throttles,
        FunctionAlarms.Lag(stage),
        .. QueueAlarms.For(stage),
        .. TableAlarms.For(stage),
    ];
}
