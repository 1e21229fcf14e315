using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>
/// Where the events go that a function was invoked with asynchronously and failed on every attempt, see
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html. They wait there for a person.
/// </summary>
internal sealed class DeadLetters : Construct
{
    public DeadLetters(Construct scope, string id, string stackName, params IReadOnlyList<Waiver> waivers)
        : base(scope, id)
    {
        Queue = new Queue(this, "Queue", new QueueProps
        {
            QueueName = $"{stackName}-{id}",
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Queue.Waive(
        [
            new("Serverless-SQSRedrivePolicy", "It is itself where dead letters go, and nothing receives from it but a person."),
            .. waivers,
        ]);
    }

    public Queue Queue { get; }
}
