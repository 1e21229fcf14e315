using Lexicon.Local.Debugging;
using Lexicon.Local.Tests.ApiGateway;

namespace Lexicon.Local.Tests.Debugging;

public sealed class HeldTimeTests
{
    private readonly ManualClock real = new();
    private readonly HeldTime held;

    public HeldTimeTests() => held = new(real);

    [Fact]
    public void Timeout_CountsNothingOfTheTimeThatItIsHeld()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), held);

        real.Advance(TimeSpan.FromSeconds(9));
        held.Hold();
        real.Advance(TimeSpan.FromHours(1));
        held.Release();
        real.Advance(TimeSpan.FromMilliseconds(999));

        Assert.False(timeout.IsCancellationRequested);
        real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void TimeoutThatBeginsWhileItIsHeld_BeginsWithTheRelease()
    {
        held.Hold();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(3), held);
        real.Advance(TimeSpan.FromDays(1));
        held.Release();
        real.Advance(TimeSpan.FromSeconds(2));

        Assert.False(timeout.IsCancellationRequested);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void ElapsedTime_LeavesOutWhatItWasHeld_WhileTheTimeOfDayGoesOn()
    {
        var begin = held.GetTimestamp();
        real.Advance(TimeSpan.FromSeconds(1));
        held.Hold();
        held.Hold();
        real.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(1), held.GetElapsedTime(begin));
        held.Release();
        held.Release();
        real.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), held.GetElapsedTime(begin));
        Assert.Equal(real.GetUtcNow(), held.GetUtcNow());
    }

    [Fact]
    public void TimerThatIsGone_DoesNotFire()
    {
        var fired = false;
        var timer = held.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        held.Hold();
        timer.Dispose();
        held.Release();
        real.Advance(TimeSpan.FromSeconds(2));

        Assert.False(fired);
    }
}
