using System.Globalization;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// The events of asynchronous invocations. A function that fails is tried again after one minute and then after two; while it
/// is throttled the waits grow from a second to five minutes, as long as the event is not too old
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html). Events that still wait when the runner
/// stops are lost, which it reports.
/// </summary>
internal sealed class EventQueue : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _time;
    private volatile IFunctions _functions;
    private volatile DeadLetters _deadLetters;
    private int _waiting;

    public EventQueue(IFunctions functions, IQueues queues, TimeProvider time)
    {
        _time = time;
        _functions = functions;
        _deadLetters = new DeadLetters(queues);
    }

    /// <summary>Events that wait go to these functions and queues from now on.</summary>
    public void Serve(IFunctions newer, IQueues itsQueues)
    {
        _functions = newer;
        _deadLetters = new DeadLetters(itsQueues);
    }

    /// <summary>Takes an event; it is on its way when this returns.</summary>
    public void Add(QueuedEvent queued) => Background.StartTask(
        $"The asynchronous invocation of {queued.Request.FunctionName}", () => RunAsync(queued));

    public async ValueTask DisposeAsync()
    {
        if (Volatile.Read(ref _waiting) is > 0 and var lost)
        {
            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{lost} asynchronous invocations that still waited are lost"));
        }

        await _closing.CancelAsync();
        _closing.Dispose();
    }

    private async Task RunAsync(QueuedEvent queued)
    {
        Interlocked.Increment(ref _waiting);
        var closed = _closing.Token;
        var begun = _time.GetUtcNow();
        var (failures, throttles) = (0, 0);
        try
        {
            while (true)
            {
                var (failure, isThrottled) = await TryAsync(queued, closed);
                if (failure is null)
                {
                    return;
                }

                var wait = isThrottled ? WaitAfterThrottle(throttles++) : TimeSpan.FromMinutes(++failures);
                if (failures > queued.Settings.Retries || _time.GetUtcNow() + wait - begun >= queued.Settings.MaximumAge)
                {
                    _deadLetters.Send(queued, failure);
                    return;
                }

                await Task.Delay(wait, _time, closed);
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Reported by DisposeAsync, which counted it.
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static TimeSpan WaitAfterThrottle(int throttles) =>
        throttles < 9 ? TimeSpan.FromSeconds(1 << throttles) : LongestWait;

    /// <summary>One attempt: what went wrong, and whether it was the service and not the function.</summary>
    private async Task<(EventFailure? Failure, bool IsThrottled)> TryAsync(QueuedEvent queued, CancellationToken closed)
    {
        try
        {
            var response = await _functions.InvokeAsync(queued.Request, closed);
            return (response.FunctionError is null ? null : EventFailure.FromFunction(response.Payload), false);
        }
        catch (LambdaServiceException refusal)
        {
            return (new EventFailure(refusal.StatusCode, refusal.Message), true);
        }
    }
}
