namespace Lexicon.Local.Tests.Watching;

public sealed class AssemblyWatchTests
{
    [Fact]
    public async Task Follow_AppliesAnAssemblyThatIsWritten_AndLetsTheOpenPageLoadAgain()
    {
        await using var running = await RunningApp.StartAsync();
        using var stop = new CancellationTokenSource();
        var following = running.Watch.FollowAsync(stop.Token);
        using var changes = new StreamReader(await running.ChangesAsync());
        Assert.Equal(": watching", await changes.ReadLineAsync(stop.Token));
        running.App.Page = "<p>two";

        running.App.Write();

        Assert.Equal("", await changes.ReadLineAsync(stop.Token));
        Assert.Equal("data: changed", await changes.ReadLineAsync(stop.Token));
        Assert.StartsWith("<p>two", await running.PageAsync(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task Follow_AppliesAnAssemblyThatWasWrittenWhileTheRunnerStarted()
    {
        await using var running = await RunningApp.StartAsync();
        using var stop = new CancellationTokenSource();
        using var changes = new StreamReader(await running.ChangesAsync());
        Assert.Equal(": watching", await changes.ReadLineAsync(stop.Token));
        running.App.Page = "<p>two";
        running.App.Write();

        var following = running.Watch.FollowAsync(stop.Token);

        Assert.Equal("", await changes.ReadLineAsync(stop.Token));
        Assert.Equal("data: changed", await changes.ReadLineAsync(stop.Token));
        Assert.StartsWith("<p>two", await running.PageAsync(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task Apply_OfAManifestThatNobodyCanRead_KeepsWhatRuns_AndTakesTheNextOne()
    {
        await using var running = await RunningApp.StartAsync();
        running.App.Version = "two";
        running.App.WriteNonsense();

        await running.Watch.ApplyAsync(CancellationToken.None);

        Assert.Equal("one", (await running.AskAsync()).Version);
        running.App.Write();
        await running.Watch.ApplyAsync(CancellationToken.None);
        Assert.Equal("two", (await running.AskAsync()).Version);
    }

    [Fact]
    public async Task Page_HasTheScriptThatLoadsItAgain_FromItsOwnOrigin()
    {
        await using var running = await RunningApp.StartAsync();

        Assert.Equal("""<p>one<script src="/.local/reload.js" async></script>""", await running.PageAsync());
        Assert.Equal(
            "new EventSource('/.local/changes').onmessage = () => location.reload();", await running.PageAsync("/.local/reload.js"));
    }
}
