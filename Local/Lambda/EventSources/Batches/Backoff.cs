namespace Lexicon.Local.Lambda.EventSources.Batches;

/// <summary>The waits between attempts, each twice as long as the one before, from half a second to a minute.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private TimeSpan _next = Shortest;

    /// <summary>Waits.</summary>
    public Task WaitAsync(CancellationToken cancellation)
    {
        var wait = _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return Task.Delay(wait, time, cancellation);
    }

    /// <summary>The next wait is a short one again.</summary>
    public void Reset() => _next = Shortest;
}
