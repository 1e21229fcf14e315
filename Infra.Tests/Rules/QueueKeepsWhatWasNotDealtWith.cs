namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// A queue keeps what waits for a person for two weeks, the longest there is; any other queue hands on what fails to such a queue. See
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html.
/// </summary>
public sealed class QueueKeepsWhatWasNotDealtWith : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Work/Properties/RedrivePolicy"),
        Set("/Letters/Properties/MessageRetentionPeriod", "60"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from queue in template.OfType("AWS::SQS::Queue")
        let target = template.Find(queue.Text("RedrivePolicy.deadLetterTargetArn"))
        where target?.Type != "AWS::SQS::Queue" && queue.Text("MessageRetentionPeriod") != "1209600"
        select $"{queue.Construct} loses what was not dealt with";
}
