using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The invoke phase: the runtime works on one invocation until it asks for the next, fails, or has used up its time
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-invoke).
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class InvokePhase(TimeProvider time)
{
    /// <summary>
    /// How long a response waits for the runtime to be ready again, so that the caller's next request finds it so and needs no
    /// environment of its own. A runtime asks for more work within microseconds; only one that works on holds this up.
    /// </summary>
    private static readonly TimeSpan ReadyGracePeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the runtime is done with an invocation.</summary>
    /// <param name="runtime">The process.</param>
    /// <param name="invocation">What it works on.</param>
    /// <param name="dispatched">Whether the runtime could be handed the invocation.</param>
    /// <param name="limit">How much of the invocation's time is left.</param>
    /// <returns>A response, a failure, or both when the process fails after its response.</returns>
    public async Task<(FunctionResponse? Response, InvocationFailure? Failure)> RunAsync(
        RuntimeProcess runtime, Invocation invocation, bool dispatched, TimeSpan limit)
    {
        FunctionResponse? response = null;
        var begin = time.GetTimestamp();
        try
        {
            // A fresh runtime that could be handed nothing went away right after it was ready; another would do no better.
            response = dispatched ? await invocation.Response.WaitAsync(limit, time) : null;
            return response is not null && await IsReadyAgainAsync(invocation, response, limit - time.GetElapsedTime(begin))
                ? (response, null)
                : (response, await runtime.Exited.WaitAsync(limit, time));
        }
        catch (TimeoutException)
        {
            runtime.Dispose();
            return (response, InvocationFailure.Timeout(invocation.Version.Configuration.Timeout));
        }
    }

    /// <summary>Waits until the runtime is ready again; the caller does not wait for a runtime that takes its time.</summary>
    private async Task<bool> IsReadyAgainAsync(Invocation invocation, FunctionResponse response, TimeSpan rest)
    {
        // Who wants the log waits until it is written.
        if (invocation.Completed.IsCompleted || invocation.WantsLog || rest <= ReadyGracePeriod)
        {
            return await invocation.Completed.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time);
        }

        try
        {
            return await invocation.Completed.WaitAsync(ReadyGracePeriod, time);
        }
        catch (TimeoutException)
        {
            invocation.Return(invocation.ToInvokeResponse(response));
            return await invocation.Completed.WaitAsync(rest - ReadyGracePeriod, time);
        }
    }
}
