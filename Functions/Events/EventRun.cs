using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Events;

/// <summary>Runs what an event asks for in the time that there is, and logs its one line whatever comes of it.</summary>
internal sealed class EventRun(string operation, TimeProvider time, Log log)
{
    private int _events;

    /// <summary>Runs it. What it throws is logged and thrown on; a fault that it returns beside its answer is logged alone.</summary>
    public async Task<T> RunAsync<T>(ILambdaContext context, Func<Deadline, Task<(T Answer, Exception? Fault)>> run)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Deadline.Reserve);
        Exception? fault = null;
        try
        {
            (var answer, fault) = await run(deadline);
            return answer;
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
                Operation = operation,
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
