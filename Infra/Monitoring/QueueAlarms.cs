namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The queues of events that no attempt has processed:
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html.
/// </summary>
internal static class QueueAlarms
{
    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        Waits("DeadLetters", "An event", stage.DeadLetterQueue),
        Waits("EventDeadLetters", "An event of a rule", stage.EventDeadLetterQueue),
        Waits("ReportDeadLetters", "A report", stage.ReportDeadLetterQueue),
        Waits("LiveDeadLetters", "An event of the WebSocket API", stage.LiveDeadLetterQueue),
        new()
        {
            Id = "UnpublishedChanges",
            Entry = "Unpublished changes",
            Meaning = "PublishChanges gave changes up after its last attempt: pages that are open may not show them.",
            Metrics = [Waiting(stage.UnpublishedQueue)],
            Threshold = 0,
            PeriodSeconds = 60,
        },
    ];

    /// <summary>How many events wait in a queue.</summary>
    public static Metric Waiting(string queue) =>
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", new Dimension("QueueName", queue));

    private static AlarmDefinition Waits(string id, string what, string queue) => new()
    {
        Id = id,
        Entry = "Dead letters",
        Meaning = $"{what} was given up after its last attempt and waits in the queue of dead letters.",
        Metrics = [Waiting(queue)],
        Threshold = 0,
        PeriodSeconds = 60,
    };
}
