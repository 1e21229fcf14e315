using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The invoke phase: the runtime gets one invocation and works on it until it asks for the next, fails, or has used up its time
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-invoke).
/// </summary>
/// <param name="runtime">The process.</param>
/// <param name="version">What runs in it.</param>
/// <param name="time">The clock.</param>
internal sealed class InvokePhase(RuntimeProcess runtime, FunctionVersion version, TimeProvider time)
{
    /// <summary>
    /// How long an answer waits for the runtime to be ready again, so that the caller's next request finds it so and needs no
    /// environment of its own. A runtime asks for more work within microseconds; only one that works on holds this up.
    /// </summary>
    private static readonly TimeSpan ReadyGracePeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>What becomes of the invocation: an answer, a failure, or both when the process fails after its answer.</summary>
    /// <param name="dispatched">The invocation that the runtime was handed; null when it could not be handed anything.</param>
    /// <param name="limit">How much of its time is left.</param>
    /// <param name="early">Is given an answer that the caller need not wait for the runtime to be done with.</param>
    public async Task<(FunctionResponse? Answer, InvocationFailure? Failure)> RunAsync(
        Dispatched? dispatched, TimeSpan limit, Action<FunctionResponse>? early)
    {
        FunctionResponse? answer = null;
        var begin = time.GetTimestamp();
        try
        {
            // A fresh runtime that could be handed nothing went away right after it was ready; another would do no better.
            answer = dispatched is null ? null : await dispatched.Answered.WaitAsync(limit, time);
            return answer is not null && await FinishAsync(dispatched!, answer, limit - time.GetElapsedTime(begin), early)
                ? (answer, null)
                : (answer, InvocationFailure.Exit(await runtime.Exited.WaitAsync(limit, time)));
        }
        catch (TimeoutException)
        {
            runtime.Dispose();
            return (answer, InvocationFailure.Timeout(version.Configuration.Timeout));
        }
    }

    /// <summary>Waits until the runtime is ready again; the caller does not wait for a runtime that takes its time.</summary>
    private async Task<bool> FinishAsync(Dispatched dispatched, FunctionResponse answer, TimeSpan rest, Action<FunctionResponse>? early)
    {
        if (dispatched.Finished.IsCompleted || early is null || rest <= ReadyGracePeriod)
        {
            return await dispatched.Finished.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time);
        }

        try
        {
            return await dispatched.Finished.WaitAsync(ReadyGracePeriod, time);
        }
        catch (TimeoutException)
        {
            early(answer);
            return await dispatched.Finished.WaitAsync(rest - ReadyGracePeriod, time);
        }
    }
}
