namespace Lexicon.Local.Hosting;

/// <summary>So many of something in each second, without a lock: two that come together at a turn may both begin the next second.</summary>
internal sealed class SecondlyBudget(int most, TimeProvider time)
{
    private long _second;
    private int _taken;

    /// <summary>Takes one; false: there is none left of this second.</summary>
    public bool Take()
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        if (Volatile.Read(ref _second) != second)
        {
            Volatile.Write(ref _second, second);
            Volatile.Write(ref _taken, 0);
        }

        // Counted no further than needed: the count must not overflow.
        return Volatile.Read(ref _taken) < most && Interlocked.Increment(ref _taken) <= most;
    }
}
