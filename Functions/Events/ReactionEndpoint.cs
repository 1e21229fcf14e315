using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Events;

/// <summary>Runs a reaction and logs the one line of its event. A failure is thrown on, so that Lambda tries the event again.</summary>
internal sealed class ReactionEndpoint<TEvent>(Reaction row, IReaction<TEvent> reaction, TimeProvider time, Log log)
{
    private int _events;

    public async Task HandleAsync(TEvent occurrence, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Deadline.Reserve);
        Exception? fault = null;
        try
        {
            await reaction.RunAsync(occurrence, deadline);
        }

        // Everything, since the line is written whatever comes of it.
        catch (Exception thrown)
        {
            fault = thrown;
            throw;
        }
        finally
        {
            log.Request(new()
            {
                Operation = row.Name,
                RequestId = context.AwsRequestId,
                TraceId = Traces.Current(),
                Status = fault is null ? 200 : 500,
                IsColdStart = Interlocked.Increment(ref _events) is 1,
                Duration = time.GetElapsedTime(start),
                Usage = deadline.Usage,
                Fault = fault,
            });
        }
    }
}
