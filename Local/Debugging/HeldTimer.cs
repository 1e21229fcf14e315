namespace Lexicon.Local.Debugging;

/// <summary>A timer of a <see cref="HeldTime"/>. It fires once: a time-out needs no more.</summary>
internal sealed class HeldTimer : ITimer
{
    private readonly HeldTime clock;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private TimeSpan rest = Timeout.InfiniteTimeSpan;
    private long since;

    public HeldTimer(HeldTime clock, TimeProvider time, TimerCallback callback, object? state)
    {
        this.clock = clock;
        this.time = time;
        timer = time.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), period, "A clock that can be held has no timers that fire again and again.");
        }

        lock (clock.Gate)
        {
            rest = dueTime;
            since = time.GetTimestamp();
            return timer.Change(clock.IsHeld ? Timeout.InfiniteTimeSpan : dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Its clock, whose gate the caller holds, stands still.</summary>
    public void Pause()
    {
        if (rest != Timeout.InfiniteTimeSpan)
        {
            var left = rest - time.GetElapsedTime(since);
            rest = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Its clock, whose gate the caller holds, goes on.</summary>
    public void Resume()
    {
        since = time.GetTimestamp();
        timer.Change(rest, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        clock.Forget(this);
        timer.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        clock.Forget(this);
        return timer.DisposeAsync();
    }

    private void Fire(TimerCallback callback, object? state)
    {
        lock (clock.Gate)
        {
            // It was late: the clock stands still by now.
            if (clock.IsHeld)
            {
                return;
            }

            rest = Timeout.InfiniteTimeSpan;
        }

        callback(state);
    }
}
