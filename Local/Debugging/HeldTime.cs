namespace Lexicon.Local.Debugging;

/// <summary>A clock for time-outs that stands still while it is held. The time of day continues.</summary>
internal sealed class HeldTime(TimeProvider time) : TimeProvider
{
    /// <summary>The remaining time that a function is told while the clock stands still.</summary>
    public static TimeSpan TimeLeftWhileHeld { get; } = TimeSpan.FromDays(1);

    private readonly HashSet<HeldTimer> _timers = [];
    private readonly HashSet<object> _holders = [];
    private long _heldSince;
    private long _stood;

    /// <summary>Guards the clock and its timers.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Whether it stands still.</summary>
    public bool IsHeld => _holders.Count > 0;

    public override long TimestampFrequency => time.TimestampFrequency;

    /// <summary>Lets it stand still, until everybody who holds it has released it.</summary>
    public void Hold(object holder)
    {
        lock (Gate)
        {
            if (_holders.Add(holder) && _holders.Count == 1)
            {
                _heldSince = time.GetTimestamp();
                foreach (var timer in _timers)
                {
                    timer.Pause();
                }
            }
        }
    }

    /// <summary>Lets it continue, unless somebody else holds it.</summary>
    public void Release(object holder)
    {
        lock (Gate)
        {
            if (_holders.Remove(holder) && _holders.Count == 0)
            {
                _stood += time.GetTimestamp() - _heldSince;
                foreach (var timer in _timers)
                {
                    timer.Resume();
                }
            }
        }
    }

    public override long GetTimestamp()
    {
        lock (Gate)
        {
            return (IsHeld ? _heldSince : time.GetTimestamp()) - _stood;
        }
    }

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(this, time, callback, state);
        lock (Gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A timer is gone.</summary>
    public void Forget(HeldTimer timer)
    {
        lock (Gate)
        {
            _timers.Remove(timer);
        }
    }
}
