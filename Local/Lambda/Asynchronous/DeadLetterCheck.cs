using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// Holds a function with a dead-letter queue against its role, as Lambda does when it creates the function: who may not send
/// there would lose every dead letter (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
/// </summary>
internal sealed class DeadLetterCheck(IQueues queues, ITopics topics)
{
    /// <summary>Refuses a function whose role may not send.</summary>
    /// <exception cref="StartupException">The role lacks the permission.</exception>
    public void Run(FunctionConfiguration function)
    {
        if (function.DeadLetterQueue is not { } arn)
        {
            return;
        }

        var target = new DeadLetterTarget(arn, function.Role, function.Name);
        var sender = target.Sender with { IsAhead = true };
        var decision = target.IsTopic
            ? topics.AuthorizePublishing(sender, arn)
            : queues.AuthorizeSending(sender, arn);
        if (!decision.Allowed)
        {
            throw new StartupException($"function {function.Name}: The provided execution role does not have permissions to call "
                + (target.IsTopic ? "Publish on SNS" : "SendMessage on SQS"));
        }
    }
}
