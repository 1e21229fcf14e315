using System.Text.Json.Nodes;
using Lexicon.Local.Debugging;
using Lexicon.Local.Debugging.Holding;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Debugging.Holding;

/// <summary>Requests that wait at a step: which ones, for how long, and what stands still meanwhile.</summary>
public sealed class HoldsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private readonly HeldTime _clock;
    private readonly Holds _holds;

    public HoldsTests()
    {
        _clock = new HeldTime(_time);
        _holds = new Holds(_clock, _time);
        _holds.Declare("API Gateway", ["Authorize", "Integrate"]);
    }

    public ValueTask DisposeAsync() => _holds.DisposeAsync();

    [Fact]
    public async Task Request_ThatIsWanted_WaitsAtItsStep_AndGoesOnWhenItIsReleased()
    {
        Assert.False(_holds.IsWanted);
        Assert.True(_holds.Want(new("API Gateway", "Integrate", "/TERMS")));
        Assert.True(_holds.IsWanted);

        Assert.True(PassAsync(At("Authorize", "GET /terms")).IsCompleted);
        Assert.True(PassAsync(At("Integrate", "GET /glossaries")).IsCompleted);
        var held = PassAsync(At("Integrate", "GET /terms"));

        Assert.False(held.IsCompleted);
        var shown = Assert.Single(_holds.Describe()["held"]!.AsArray())!;
        Assert.Equal(("Integrate", "GET /terms", "now"), ((string?)shown["step"], (string?)shown["what"], (string?)shown["state"]!["it"]));
        Assert.True(_holds.Release((long)shown["number"]!, isToStopAgain: false));
        await held;
        Assert.Empty(_holds.Describe()["held"]!.AsArray());
        Assert.False(_holds.Release((long)shown["number"]!, isToStopAgain: false));
    }

    [Fact]
    public async Task OneRequestAlone_Waits_AndThoseAfterItPass()
    {
        _holds.Want(new("API Gateway", "Integrate", ""));
        var held = PassAsync(At("Integrate", "GET /1"));

        Assert.False(_holds.IsWanted);
        Assert.True(PassAsync(At("Integrate", "GET /2")).IsCompleted);

        _holds.ReleaseAll();
        await held;
    }

    [Fact]
    public async Task Request_IsHeldAgainAtItsNextStep_WithWhatItWasBefore()
    {
        using var listener = new SpanListener();
        using var span = Lexicon.Local.Hosting.Spans.Begin("GET /");
        _holds.Want(new("API Gateway", "Authorize", ""));
        var first = PassAsync(At("Authorize", "GET /"));
        _holds.Release(1, isToStopAgain: true);
        await first;

        var second = PassAsync(At("Integrate", "GET /", "later"));

        var shown = Assert.Single(_holds.Describe()["held"]!.AsArray())!;
        Assert.Equal(("Authorize", "now"), ((string?)shown["before"]!["step"], (string?)shown["before"]!["state"]!["it"]));
        Assert.Equal("later", (string?)shown["state"]!["it"]);
        _holds.Release(2, isToStopAgain: false);
        await second;
        Assert.True(PassAsync(At("Integrate", "GET /")).IsCompleted);
    }

    [Fact]
    public async Task TimeOuts_StandStillWhileARequestIsHeld()
    {
        _holds.Want(new("API Gateway", "Integrate", ""));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(29), _holds.CallerClock);
        var held = PassAsync(At("Integrate", "GET /"));
        _time.Advance(TimeSpan.FromMinutes(4));

        Assert.False(patience.IsCancellationRequested);

        _holds.ReleaseAll();
        await held;
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.True(patience.IsCancellationRequested);
    }

    [Fact]
    public async Task Request_GoesOnByItself_AfterFiveMinutes()
    {
        _holds.Want(new("API Gateway", "Integrate", ""));
        var held = PassAsync(At("Integrate", "GET /"));

        _time.Advance(TimeSpan.FromMinutes(5));

        await held;
        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public async Task Request_WhoseClientIsGone_GoesOn()
    {
        using var gone = new CancellationTokenSource();
        _holds.Want(new("API Gateway", "Integrate", ""));
        var held = PassAsync(At("Integrate", "GET /"), gone.Token);

        await gone.CancelAsync();

        await held;
    }

    [Fact]
    public async Task Requests_AreReleased_TenSecondsAfterTheLastOneWhoLooked()
    {
        using var page = new CancellationTokenSource();
        _holds.Want(new("API Gateway", "Integrate", ""));
        var watching = _holds.WatchAsync((long)_holds.Describe()["version"]!, page.Token);
        var held = PassAsync(At("Integrate", "GET /"));
        await watching;

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(held.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await held;
    }

    [Fact]
    public async Task Watching_ReturnsWhenSomethingIsDifferent_OrAfterAWhile()
    {
        var known = (long)_holds.Describe()["version"]!;
        var watching = _holds.WatchAsync(known, default);
        Assert.False(watching.IsCompleted);

        _holds.Want(new("API Gateway", "Integrate", "x"));

        Assert.Equal("x", (string?)(await watching)["wanted"]!["filter"]);
        var quiet = _holds.WatchAsync(known + 1, default);
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(known + 1, (long)(await quiet)["version"]!);
    }

    [Fact]
    public async Task RunnerThatStops_ReleasesAll_AndHoldsNoMore()
    {
        _holds.Want(new("API Gateway", "Integrate", ""));
        var held = PassAsync(At("Integrate", "GET /"));

        await _holds.PauseAsync();

        await held;
        Assert.False(_holds.Want(new("API Gateway", "Integrate", "")));
        Assert.False(_holds.IsWanted);
    }

    [Fact]
    public async Task Request_ThatIsWantedWhileTwentyWait_GoesOn_AndWhoeverAskedForItIsTold()
    {
        var waiting = Enumerable.Range(1, 20).Select(number =>
        {
            _holds.Want(new("API Gateway", "Integrate", ""));
            return PassAsync(At("Integrate", $"GET /{number}"));
        }).ToList();
        _holds.Want(new("API Gateway", "Integrate", "terms"));
        var watching = _holds.WatchAsync((long)_holds.Describe()["version"]!, default);

        Assert.True(PassAsync(At("Integrate", "GET /terms")).IsCompleted);

        var shown = await watching;
        Assert.Equal(
            "GET /terms went on without waiting: 20 requests wait already, which is the most. Release one of them, and hold the next "
                + "request again.",
            (string?)shown["missed"]);
        Assert.Equal((20, false), (shown["held"]!.AsArray().Count, shown.ContainsKey("wanted")));
        Assert.False(_holds.IsWanted);
        _holds.Want(new("API Gateway", "Integrate", "terms"));
        Assert.False(_holds.Describe().ContainsKey("missed"));
        _holds.ReleaseAll();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public void Step_ThatDoesNotExist_IsRefused() => Assert.False(_holds.Want(new("API Gateway", "Nothing", "")));

    private Task PassAsync(HoldPoint point, CancellationToken gone = default) => _holds.PassAsync(point, gone).AsTask();

    private static HoldPoint At(string step, string what, string state = "now") =>
        new("API Gateway", step, what, () => new JsonObject { ["it"] = state });
}
