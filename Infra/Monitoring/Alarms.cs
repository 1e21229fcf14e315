using Amazon.CDK;
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

    public Alarms(
        Construct scope, string id, IReadOnlyList<AlarmDefinition> definitions, Runbook runbook, string topicArn, string stackName)
        : base(scope, id)
    {
        _runbook = runbook;
        _topicArn = topicArn;
        foreach (var definition in definitions)
        {
            Add(definition, $"{stackName}-{definition.Id}");
        }

        var arn = Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "cloudwatch",
            Resource = "alarm",
            ResourceName = stackName,
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        });
        Arns = [.. definitions.Select(definition => $"{arn}-{definition.Id}")];
    }

    /// <summary>The ARNs of the alarms, in the order of the definitions.</summary>
    public IReadOnlyList<string> Arns { get; }

    private void Add(AlarmDefinition definition, string name)
    {
        var single = definition.Metrics is [var metric] ? metric : null;
        _ = new CfnAlarm(this, definition.Id, new CfnAlarmProps
        {
            AlarmName = name,
            AlarmDescription = $"{definition.Meaning} What to do: {_runbook.LinkTo(definition.Entry)}",
            Namespace = single?.Namespace,
            MetricName = single?.Name,
            Dimensions = single is null ? null : Dimensions(single),
            Statistic = single is { IsPercentile: false } ? single.Statistic : null,
            ExtendedStatistic = single is { IsPercentile: true } ? single.Statistic : null,
            Period = single is null ? null : definition.PeriodSeconds,
            Metrics = single is null ? Sum(definition) : null,
            Threshold = definition.Threshold,
            ComparisonOperator = "GreaterThanThreshold",
            EvaluationPeriods = definition.Periods,
            DatapointsToAlarm = definition.PeriodsThatCount,
            TreatMissingData = "notBreaching",

            // With a handful of requests the slowest one is the percentile.
            EvaluateLowSampleCountPercentile = single is { IsPercentile: true } ? "ignore" : null,
            AlarmActions = [_topicArn],
            OkActions = [_topicArn],
        });
    }

    // A metric that has no value in a period would leave the sum without one.
    private static object[] Sum(AlarmDefinition definition) =>
    [
        new CfnAlarm.MetricDataQueryProperty
        {
            Id = "sum",
            Expression = "SUM(FILL(METRICS(), 0))",
            Label = definition.Entry,
            ReturnData = true,
        },
        .. definition.Metrics.Select((metric, index) => new CfnAlarm.MetricDataQueryProperty
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
                Period = definition.PeriodSeconds,
                Stat = metric.Statistic,
            },
            ReturnData = false,
        }),
    ];

    private static object[] Dimensions(Metric metric) =>
        [.. metric.Dimensions.Select(dimension => new CfnAlarm.DimensionProperty { Name = dimension.Name, Value = dimension.Value })];
}
