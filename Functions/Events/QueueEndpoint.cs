using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Events;

/// <summary>
/// Runs a reaction on each message of a batch, and logs the one line of the batch. The messages that failed come again, alone
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
/// </summary>
internal sealed class QueueEndpoint(Reaction row, IReaction<SQSEvent.SQSMessage> reaction, TimeProvider time, Log log)
{
    private readonly EventRun _run = new(row.Name, time, log);

    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, ILambdaContext context) => _run.RunAsync(context, async deadline =>
    {
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

        return (new SQSBatchResponse(failures), first);
    });
}
