
namespace Lexicon.Functions.Modelling;

/// <summary>
/// Waits between attempts: exponential, with full jitter, so that writers who met once do not meet again
/// (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/).
/// </summary>
/// <param name="time">The time.</param>
/// <param name="random">A number from 0 up to 1.</param>
internal sealed class Backoff(TimeProvider time, Func<double> random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    /// <exception cref="TableBusyException">The deadline leaves no time for another attempt.</exception>
    public async Task WaitAsync(int attempt, ITableCall call)
    {
        call.Retried();
        var bound = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 10)));
        var wait = TimeSpan.FromMilliseconds(bound * random());
        if (wait >= call.Remaining)
        {
            throw new TableBusyException();
        }

        await Task.Delay(wait, time, call.Token);
    }
}
