using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Events;

/// <summary>
/// Runs a reaction on each message of a batch, and logs the one line of the batch. The messages that failed come again, alone
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
/// </summary>
internal sealed class QueueEndpoint(Reaction row, IReaction<SQSEvent.SQSMessage> reaction, TimeProvider time, Log log)
{
    private int _events;

    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Deadline.Reserve);
        List<SQSBatchResponse.BatchItemFailure> failures = [];
        Exception? first = null;
        foreach (var message in batch.Records)
        {
            try
            {
                await reaction.RunAsync(message, deadline);
            }

            // Everything, since the others of the batch are dealt with whatever comes of this one.
            catch (Exception fault)
            {
                first ??= fault;
                failures.Add(new() { ItemIdentifier = message.MessageId });
            }
        }

        log.Request(new()
        {
            Operation = row.Name,
            RequestId = context.AwsRequestId,
            TraceId = Traces.Current(),
            Status = first is null ? 200 : 500,
            IsColdStart = Interlocked.Increment(ref _events) is 1,
            Duration = time.GetElapsedTime(start),
            Usage = deadline.Usage,
            Fault = first,
        });
        return new(failures);
    }
}
