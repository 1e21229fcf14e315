using Lexicon.Local.Hosting;

namespace Lexicon.Local.Debugging;

/// <summary>A timer of a <see cref="HeldTime"/>. It fires once: a time-out needs no more.</summary>
internal sealed class HeldTimer : ITimer
{
    private readonly HeldTime _clock;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TimeSpan _rest = Timeout.InfiniteTimeSpan;
    private long _since;

    public HeldTimer(HeldTime clock, TimeProvider time, TimerCallback callback, object? state)
    {
        _clock = clock;
        _time = time;
        _timer = Background.CreateTimer(time, "A time-out", () => Fire(callback, state));
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), period, "A clock that can be held has no timers that fire again and again.");
        }

        lock (_clock.Gate)
        {
            _rest = dueTime;
            _since = _time.GetTimestamp();
            return _timer.Change(_clock.IsHeld ? Timeout.InfiniteTimeSpan : dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Its clock, whose gate the caller holds, stands still.</summary>
    public void Pause()
    {
        if (_rest != Timeout.InfiniteTimeSpan)
        {
            var left = _rest - _time.GetElapsedTime(_since);
            _rest = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Its clock, whose gate the caller holds, continues.</summary>
    public void Resume()
    {
        _since = _time.GetTimestamp();
        _timer.Change(_rest, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _clock.Forget(this);
        _timer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _clock.Forget(this);
        return _timer.DisposeAsync();
    }

    private void Fire(TimerCallback callback, object? state)
    {
        lock (_clock.Gate)
        {
            // The clock was stopped after this timer was due.
            if (_clock.IsHeld)
            {
                return;
            }

            _rest = Timeout.InfiniteTimeSpan;
        }

        callback(state);
    }
}
