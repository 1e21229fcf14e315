using System.Globalization;
using Lexicon.Local.Hosting;

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
    private volatile EventOutlets _outlets;
    private int _waiting;

    public EventQueue(IFunctions functions, EventOutlets outlets, TimeProvider time)
    {
        _time = time;
        _functions = functions;
        _outlets = outlets;
    }

    /// <summary>Events that wait go to these functions and outlets from now on.</summary>
    public void Serve(IFunctions newer, EventOutlets itsOutlets)
    {
        _functions = newer;
        _outlets = itsOutlets;
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
                var attempt = await TryAsync(queued, closed);
                if (attempt.Failure is not { } failure)
                {
                    await _outlets.SucceededAsync(queued, attempt.Response!, failures + 1);
                    return;
                }

                var wait = attempt.IsThrottled ? WaitAfterThrottle(throttles++) : TimeSpan.FromMinutes(++failures);
                var condition = queued.IsForStoppedFunction ? EventCondition.ZeroReservedConcurrency
                    : failures > queued.Settings.Retries ? EventCondition.RetriesExhausted
                    : _time.GetUtcNow() + wait - begun >= queued.Settings.MaximumAge ? EventCondition.EventAgeExceeded
                    : EventCondition.Success;
                if (condition != EventCondition.Success)
                {
                    await _outlets.FailedAsync(queued, condition, failure, attempt.Response, failures);
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

    private async Task<Attempt> TryAsync(QueuedEvent queued, CancellationToken closed)
    {
        try
        {
            var response = await _functions.InvokeAsync(queued.Request, closed);
            return new(response.FunctionError is null ? null : EventFailure.FromFunction(response.Payload), response, false);
        }
        catch (LambdaServiceException refusal)
        {
            return new(new EventFailure(refusal.StatusCode, refusal.Message), null, true);
        }
    }

    /// <summary>One attempt.</summary>
    /// <param name="Failure">What went wrong; null: nothing did.</param>
    /// <param name="Response">What the function returned; null when it was not invoked.</param>
    /// <param name="IsThrottled">Whether it was the service that failed and not the function.</param>
    private readonly record struct Attempt(EventFailure? Failure, InvokeResponse? Response, bool IsThrottled);
}
