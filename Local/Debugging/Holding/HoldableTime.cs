namespace Lexicon.Local.Debugging.Holding;

/// <summary>A clock whose timers stand still while a request is held. While no request is to be held, they are ordinary timers.</summary>
internal sealed class HoldableTime(TimeProvider time, HeldTime held, Func<bool> isWanted) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        isWanted() ? held.CreateTimer(callback, state, dueTime, period) : time.CreateTimer(callback, state, dueTime, period);
}
