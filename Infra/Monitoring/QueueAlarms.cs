namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The queues of events that no attempt has processed:
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
            Metrics = [Metric(stage.DeadLetterQueue, "ApproximateNumberOfMessagesVisible", "Maximum")],
            Threshold = 0,
            PeriodSeconds = 60,
        },
        new()
        {
            Id = "EventDeadLetters",
            Entry = "Dead letters",
            Meaning = "An event of a rule was given up after its last attempt and waits in the queue of dead letters.",
            Metrics = [Metric(stage.EventDeadLetterQueue, "ApproximateNumberOfMessagesVisible", "Maximum")],
            Threshold = 0,
            PeriodSeconds = 60,
        },
    ];

    public static Metric Metric(string queue, string name, string statistic) =>
        new("AWS/SQS", name, statistic, new Dimension("QueueName", queue));
}
