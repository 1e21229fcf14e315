using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// Holds a function with a dead-letter queue against its role, as Lambda does when it creates the function: who may not send
/// there would lose every dead letter (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
/// </summary>
internal sealed class DeadLetterCheck(IQueues queues)
{
    /// <summary>Refuses a function whose role may not send.</summary>
    /// <exception cref="StartupException">The role lacks the permission.</exception>
    public void Run(FunctionConfiguration function)
    {
        if (function.DeadLetterQueue is { } queue
            && !queues.AuthorizeSending(new DeadLetterTarget(queue, function.Role, function.Name).Sender, queue).Allowed)
        {
            throw new StartupException(
                $"function {function.Name}: The provided execution role does not have permissions to call SendMessage on SQS");
        }
    }
}
