using Lexicon.Functions;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The functions of the operations, each with all of its versions together:
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html.
/// </summary>
internal static class FunctionAlarms
{
    // What is left of the time is for a slow day: past this share a request is close to being cut off.
    private const double ShareOfTheTimeout = 0.8;

    /// <summary>
    /// What befalls all functions at once: they share what the account may run at a time, and its throttles are counted without a
    /// dimension for all of the Region.
    /// </summary>
    public static AlarmDefinition Throttles { get; } = new()
    {
        Id = "FunctionThrottles",
        Entry = "Function throttles",
        Meaning = "Lambda refused to run a function: no concurrency was left in the account.",
        Metrics = [new Metric("AWS/Lambda", "Throttles", "Sum")],
        Threshold = 0,
        PeriodSeconds = 300,
    };

    /// <summary>
    /// How far the reader of the table's stream is behind, in milliseconds: 0 as long as it keeps up
    /// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-metrics).
    /// </summary>
    public static AlarmDefinition Lag(MonitoredStage stage) => new()
    {
        Id = $"{LiveRoutes.Publisher}Lag",
        Entry = "Late changes",
        Meaning = $"{LiveRoutes.Publisher} was more than a minute behind the table for five minutes.",
        Metrics = [Metric(stage, LiveRoutes.Publisher, "IteratorAge", "Maximum")],
        Threshold = 60_000,
        PeriodSeconds = 60,
        Periods = 5,
        PeriodsThatCount = 5,
    };

    /// <summary>What befalls one of them.</summary>
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage, string operation) =>
    [
        new()
        {
            Id = $"{operation}Errors",
            Entry = "Function errors",
            Meaning = $"{operation} failed without an answer of its own: an exception that nothing caught, a timeout, no memory.",
            Metrics = [Metric(stage, operation, "Errors", "Sum")],
            Threshold = 0,
            PeriodSeconds = 300,
        },
        new()
        {
            Id = $"{operation}Duration",
            Entry = "Function duration",
            Meaning = $"{operation} needed more than 80 % of its timeout of {stage.TimeoutSeconds(operation)} seconds.",
            Metrics = [Metric(stage, operation, "Duration", "Maximum")],
            Threshold = ShareOfTheTimeout * stage.TimeoutSeconds(operation) * 1000,
            PeriodSeconds = 300,
        },
    ];

    public static Metric Metric(MonitoredStage stage, string operation, string name, string statistic) =>
        new("AWS/Lambda", name, statistic, new Dimension("FunctionName", stage.Function(operation)));
}
