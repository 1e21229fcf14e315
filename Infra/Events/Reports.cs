using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Lexicon.Infra.Api;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Events;

/// <summary>
/// The way of a report: the topic that API Gateway publishes it to, and a queue of the topic from which a function takes it. What the
/// function fails at five times waits for a person, who sends it back (docs/operations.md). See
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html.
/// </summary>
internal sealed class Reports : Construct
{
    /// <summary>The queue of the reports that could not be filed, within its stack.</summary>
    public const string DeadLettersName = "ReportDeadLetters";

    private const double Attempts = 5;
    private const double BatchSize = 10;

    // A glossary's readers are many, its moderators few: the reports of a crowd wait, and the table is not asked all at once.
    private const double FunctionsAtOnce = 5;

    // Lambda asks for six times the function's: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html.
    private static readonly Duration Visibility = Duration.Seconds(180);

    private readonly Queue _queue;

    public Reports(Construct scope, string id, string stackName)
        : base(scope, id)
    {
        var key = new Key(this, "Key", new KeyProps
        {
            Description = $"{stackName}: reports on their way",
            EnableKeyRotation = true,

            // It protects messages on their way, nothing that is kept.
            RemovalPolicy = RemovalPolicy.DESTROY,
            PendingWindow = Duration.Days(7),
        });
        var topic = new Topic(this, "Topic", new TopicProps
        {
            TopicName = $"{stackName}-{id}",
            DisplayName = "Lexicon: reports",
            MasterKey = key,
            EnforceSSL = true,
        });
        _queue = new Queue(this, "Queue", new QueueProps
        {
            QueueName = $"{stackName}-{id}",
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            VisibilityTimeout = Visibility,
            RemovalPolicy = RemovalPolicy.DESTROY,
            DeadLetterQueue = new DeadLetterQueue
            {
                Queue = new DeadLetters(this, DeadLettersName, stackName).Queue,
                MaxReceiveCount = Attempts,
            },
        });
        topic.AddSubscription(new SqsSubscription(_queue, new SqsSubscriptionProps { RawMessageDelivery = true })).Waive(
            new Waiver(
                "Serverless-SNSRedrivePolicy", "SNS offers a message to a queue for 23 days, and the queue has dead letters of its own."));
        (TopicArn, KeyArn) = (topic.TopicArn, key.KeyArn);
    }

    /// <summary>Where a report is published.</summary>
    public string TopicArn { get; }

    /// <summary>What the topic is encrypted with.</summary>
    public string KeyArn { get; }

    /// <summary>What a function needs for the queue.</summary>
    public PolicyStatementProps Receive => new()
    {
        Actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        Resources = [_queue.QueueArn],
    };

    /// <summary>Has a function take the reports.</summary>
    public void BringTo(IFunction function) => function
        .AddEventSourceMapping("Reports", new EventSourceMappingOptions
        {
            EventSourceArn = _queue.QueueArn,
            BatchSize = BatchSize,
            MaxConcurrency = FunctionsAtOnce,
            ReportBatchItemFailures = true,
        })
        .Waive(new Waiver(
            "Serverless-LambdaEventSourceMappingDestination",
            "Of a queue, what failed goes where the queue's redrive policy says: its mapping takes no destination."));
}
