using System.Text;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// Sends what no attempt could deliver to the function's dead-letter queue: the event as it was, with the request's id and the
/// last error as attributes (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq).
/// </summary>
internal sealed class DeadLetters(IQueues queues)
{
    /// <summary>Sends an event, or reports why it is lost.</summary>
    public void Send(QueuedEvent queued, EventFailure failure)
    {
        if (queued.DeadLetters is not { } target)
        {
            return;
        }

        try
        {
            var decision = queues.AuthorizeSending(target.Sender, target.QueueArn);
            if (!decision.Allowed)
            {
                throw new SqsException("AccessDenied", decision.Message);
            }

            var attributes = new Dictionary<string, MessageAttribute>
            {
                ["RequestID"] = MessageAttribute.Text(queued.Request.RequestId!),
                ["ErrorCode"] = MessageAttribute.Number(failure.Status),
            };

            // An attribute cannot be empty, an exception's message can.
            if (failure.Message.Length > 0)
            {
                attributes["ErrorMessage"] = MessageAttribute.Text(failure.Message);
            }

            queues.Send(target.QueueArn, target.Sender, Encoding.UTF8.GetString(queued.Request.Payload.Span), attributes);
        }
        catch (SqsException refusal)
        {
            // On AWS the metric DeadLetterErrors counts it; here the terminal shows it.
            Progress.Say($"A dead letter of {target.FunctionName} is lost: {refusal.Message}");
        }
    }
}
