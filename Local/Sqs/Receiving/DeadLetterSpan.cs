using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Receiving;

/// <summary>The span of a message that goes to the dead letters, in the trace of who sent it.</summary>
internal static class DeadLetterSpan
{
    /// <summary>Begins it.</summary>
    public static Activity? Begin(QueueSettings queue, Message message)
    {
        var target = queue.Redrive!.TargetArn;
        var span = Spans.Begin(
            $"SQS puts a message among the dead letters of {queue.Name}", ActivityKind.Consumer, Spans.Parse(message.TraceHeader));
        span?.SetTag("aws.service", "SQS");
        span?.SetTag("messaging.system", "aws_sqs");
        span?.SetTag("messaging.message.id", message.Id);
        span?.SetTag("aws.sqs.queue.arn", queue.Arn);
        span?.SetTag("aws.sqs.dead_letter_queue.arn", target);
        span.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"It was received {message.Receives} times, and nobody deleted it: its queue allows {queue.Redrive.MaxReceives}."));
        return span;
    }
}
