namespace Lexicon.Lambda.Tests.Support;

/// <summary>A clock that stands still, and on which every wait is over at once.</summary>
internal sealed class TestTime : TimeProvider
{
    /// <summary>2023-11-14T22:13:20Z.</summary>
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    /// <summary>The waits that were asked for, in their order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
