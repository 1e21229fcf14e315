namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each alarm goes off when something is wrong and not for want of requests, within a quarter of an hour, and at the first error, where
/// errors are counted; a share of errors may be one in a hundred, a percentile needs enough requests to be one. See
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html.
/// </summary>
public sealed class AlarmGoesOffSoon : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Errors/Properties/Threshold", "1000"),
        Set("/Errors/Properties/EvaluationPeriods", "12"),
        Set("/Errors/Properties/Period", "3600"),
        Set("/Errors/Properties/ComparisonOperator", "\"LessThanThreshold\""),
        Set("/Errors/Properties/TreatMissingData", "\"breaching\""),
        Set("/Slow/Properties/ExtendedStatistic", "\"p50\""),
        Remove("/Slow/Properties/EvaluateLowSampleCountPercentile"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        let stat = alarm.Items("Metrics").Select(metric => metric["MetricStat"]).OfType<JsonNode>().FirstOrDefault()
        let statistic = stat is null ? alarm.Text("Statistic") + alarm.Text("ExtendedStatistic") : $"{stat["Stat"]}"
        let seconds = stat is null ? alarm.Text("Period") : $"{stat["Period"]}"
        let threshold = double.Parse(alarm.Text("Threshold"), CultureInfo.InvariantCulture)
        let most = statistic switch
        {
            "Sum" => 0,
            "Average" => alarm.Text("Namespace") == "AWS/CloudFront" ? 1 : 0.01,
            "Maximum" => alarm.Text("MetricName") is "Duration" or "IteratorAge" ? double.MaxValue : 0,
            "p99" when alarm.Text("EvaluateLowSampleCountPercentile") == "ignore" => double.MaxValue,
            _ => -1,
        }
        where alarm.Text("ComparisonOperator") != "GreaterThanThreshold" || alarm.Text("TreatMissingData") != "notBreaching"
            || threshold > most || threshold < 0
            || int.Parse(seconds, null) * int.Parse(alarm.Text("EvaluationPeriods"), null) is < 60 or > 900
            || (alarm.Text("DatapointsToAlarm") is { Length: > 0 } enough
                && int.Parse(enough, null) > int.Parse(alarm.Text("EvaluationPeriods"), null))
        select $"{alarm.Construct}: {statistic} of {seconds} s {alarm.Text("ComparisonOperator")} {threshold}";
}
