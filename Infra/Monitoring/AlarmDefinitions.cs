namespace Lexicon.Infra.Monitoring;

/// <summary>All that is watched, in the order of a request: edge, API, functions, queue, table.</summary>
internal static class AlarmDefinitions
{
    /// <summary>
    /// What to tell of. CloudFront has its metrics, and an alarm its metrics, in one Region: elsewhere the edge cannot be watched
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html).
    /// </summary>
    public static IEnumerable<AlarmDefinition> Of(MonitoredStage stage) =>
    [
        .. stage.Region == Options.GlobalRegion ? EdgeWatches.Of(stage) : [],
        .. ApiWatches.Of(stage),
        .. stage.Operations.SelectMany(operation => FunctionWatches.Of(stage, operation)),
        FunctionWatches.Throttles,
        .. QueueWatches.Of(stage),
        .. TableWatches.Of(stage),
    ];
}
