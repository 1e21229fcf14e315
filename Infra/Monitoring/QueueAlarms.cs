namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The queue of events that no attempt has processed:
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html.
/// </summary>
internal static class QueueAlarms
{
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        new()
        {
            Id = "DeadLetters",
            Entry = "Dead letters",
            Meaning = "An event was given up after its last attempt and waits in the queue of dead letters.",
            Metrics = [Metric(stage, "ApproximateNumberOfMessagesVisible", "Maximum")],
            Threshold = 0,
            PeriodSeconds = 60,
        },
    ];

    public static Metric Metric(MonitoredStage stage, string name, string statistic) =>
        new("AWS/SQS", name, statistic, new Dimension("QueueName", stage.DeadLetterQueue));
}
