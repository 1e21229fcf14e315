using Amazon.CDK.AWS.CloudWatch;
using Constructs;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// An alarm for each <see cref="AlarmDefinition"/>. All tell the same topic, when they go off and when all is well again. No data is no
/// trouble: what nobody calls has no metrics. See
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html.
/// </summary>
internal sealed class Alarms : Construct
{
    private readonly Runbook _runbook;
    private readonly string _topicArn;

    public Alarms(Construct scope, string id, IEnumerable<AlarmDefinition> watches, Runbook runbook, string topicArn, string stackName)
        : base(scope, id)
    {
        _runbook = runbook;
        _topicArn = topicArn;
        Names = [.. watches.Select(watch => Add(watch, $"{stackName}-{watch.Id}"))];
    }

    /// <summary>The names of the alarms, as they were watched for: each begins with the stack's, which is the stage's own.</summary>
    public IReadOnlyList<string> Names { get; }

    private string Add(AlarmDefinition watch, string name)
    {
        var single = watch.Metrics is [var metric] ? metric : null;
        _ = new CfnAlarm(this, watch.Id, new CfnAlarmProps
        {
            AlarmName = name,
            AlarmDescription = $"{watch.Meaning} What to do: {_runbook.Of(watch.Entry)}",
            Namespace = single?.Namespace,
            MetricName = single?.Name,
            Dimensions = single is null ? null : Dimensions(single),
            Statistic = single is { IsPercentile: false } ? single.Statistic : null,
            ExtendedStatistic = single is { IsPercentile: true } ? single.Statistic : null,
            Period = single is null ? null : watch.PeriodSeconds,
            Metrics = single is null ? Sum(watch) : null,
            Threshold = watch.Threshold,
            ComparisonOperator = "GreaterThanThreshold",
            EvaluationPeriods = watch.Periods,
            DatapointsToAlarm = watch.PeriodsThatCount,
            TreatMissingData = "notBreaching",

            // With a handful of requests the slowest one is the percentile.
            EvaluateLowSampleCountPercentile = single is { IsPercentile: true } ? "ignore" : null,
            AlarmActions = [_topicArn],
            OkActions = [_topicArn],
        });
        return name;
    }

    // A metric that has no value in a period would leave the sum without one.
    private static object[] Sum(AlarmDefinition watch) =>
    [
        new CfnAlarm.MetricDataQueryProperty { Id = "sum", Expression = "SUM(FILL(METRICS(), 0))", Label = watch.Entry, ReturnData = true },
        .. watch.Metrics.Select((metric, index) => new CfnAlarm.MetricDataQueryProperty
        {
            Id = $"m{index + 1}",
            MetricStat = new CfnAlarm.MetricStatProperty
            {
                Metric = new CfnAlarm.MetricProperty
                {
                    Namespace = metric.Namespace,
                    MetricName = metric.Name,
                    Dimensions = Dimensions(metric),
                },
                Period = watch.PeriodSeconds,
                Stat = metric.Statistic,
            },
            ReturnData = false,
        }),
    ];

    private static object[] Dimensions(Metric metric) =>
        [.. metric.Dimensions.Select(dimension => new CfnAlarm.DimensionProperty { Name = dimension.Name, Value = dimension.Value })];
}
