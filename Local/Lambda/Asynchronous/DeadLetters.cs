using System.Text;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// Sends what no attempt could deliver to the function's dead-letter queue or topic: the event as it was, with the request's id and the
/// last error as attributes (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq).
/// </summary>
internal sealed class DeadLetters(IQueues queues, ITopics topics)
{
    /// <summary>Sends an event, or reports why it is lost.</summary>
    public async Task SendAsync(QueuedEvent queued, EventFailure failure)
    {
        if (queued.DeadLetters is not { } target)
        {
            return;
        }

        try
        {
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

            var text = Encoding.UTF8.GetString(queued.Request.Payload.Span);
            if (target.IsTopic)
            {
                await PublishAsync(target, text, attributes);
            }
            else
            {
                Send(target, text, attributes);
            }
        }
        catch (AwsException refusal)
        {
            // On AWS the metric DeadLetterErrors counts it; here the terminal shows it.
            Progress.Say($"A dead letter of {target.FunctionName} is lost: {refusal.Message}");
        }
    }

    private void Send(DeadLetterTarget target, string text, Dictionary<string, MessageAttribute> attributes)
    {
        var decision = queues.AuthorizeSending(target.Sender, target.Arn);
        if (!decision.Allowed)
        {
            throw new SqsException("AccessDenied", decision.Message);
        }

        queues.Send(target.Arn, target.Sender, text, attributes);
    }

    private async Task PublishAsync(DeadLetterTarget target, string text, Dictionary<string, MessageAttribute> attributes)
    {
        var decision = topics.AuthorizePublishing(target.Sender, target.Arn);
        if (!decision.Allowed)
        {
            throw new SnsException("AuthorizationError", 403, decision.Message);
        }

        await topics.PublishAsync(target.Arn, new NewNotification(text) { Attributes = attributes });
    }
}
