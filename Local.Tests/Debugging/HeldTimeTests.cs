using Lexicon.Local.Debugging;

namespace Lexicon.Local.Tests.Debugging;

public sealed class HeldTimeTests
{
    private readonly TestClock _real = new();
    private readonly HeldTime _held;

    public HeldTimeTests() => _held = new(_real);

    [Fact]
    public void Timeout_CountsNothingOfTheTimeThatItIsHeld()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), _held);

        _real.Advance(TimeSpan.FromSeconds(9));
        _held.Hold(this);
        _real.Advance(TimeSpan.FromHours(1));
        _held.Release(this);
        _real.Advance(TimeSpan.FromMilliseconds(999));

        Assert.False(timeout.IsCancellationRequested);
        _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void TimeoutThatBeginsWhileItIsHeld_BeginsWithTheRelease()
    {
        _held.Hold(this);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(3), _held);
        _real.Advance(TimeSpan.FromDays(1));
        _held.Release(this);
        _real.Advance(TimeSpan.FromSeconds(2));

        Assert.False(timeout.IsCancellationRequested);
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void ElapsedTime_LeavesOutWhatItWasHeld_WhileTheTimeOfDayGoesOn()
    {
        var begin = _held.GetTimestamp();
        _real.Advance(TimeSpan.FromSeconds(1));
        _held.Hold(this);
        _held.Hold(this);
        _real.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(1), _held.GetElapsedTime(begin));
        _held.Release(this);
        _held.Release(this);
        _real.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), _held.GetElapsedTime(begin));
        Assert.Equal(_real.GetUtcNow(), _held.GetUtcNow());
    }

    [Fact]
    public void TimerThatIsGone_DoesNotFire()
    {
        var fired = false;
        var timer = _held.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _held.Hold(this);
        timer.Dispose();
        _held.Release(this);
        _real.Advance(TimeSpan.FromSeconds(2));

        Assert.False(fired);
    }
}
