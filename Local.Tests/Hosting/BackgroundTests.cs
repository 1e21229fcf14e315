using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>An exception that leaves a timer, a thread or an exit of a process ends the runner, and here the tests.</summary>
public sealed class BackgroundTests
{
    [Fact]
    public async Task Timer_WhoseCallbackThrows_EndsNothingAndCanBeSetAgain()
    {
        using var fired = new SemaphoreSlim(0);
        await using var timer = Background.CreateTimer(TimeProvider.System, "A test", () =>
        {
            fired.Release();
            throw new DirectoryNotFoundException("the data folder is gone");
        });

        for (var i = 0; i < 2; i++)
        {
            Assert.True(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
            Assert.True(await fired.WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task Thread_ThatThrows_EndsNothing()
    {
        using var ran = new SemaphoreSlim(0);

        Background.StartThread("A test", () =>
        {
            ran.Release();
            throw new InvalidOperationException("this thread has failed");
        });

        Assert.True(await ran.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Task_ThatThrowsBeforeItWaits_DoesNotThrowAtItsCaller()
    {
        var ran = false;

        Background.StartTask("A test", () =>
        {
            ran = true;
            throw new InvalidOperationException("this task has failed");
        });

        Assert.True(ran);
    }

    [Fact]
    public void TimersThreadsAndExits_OfTheRunner_AreAllGuarded()
    {
        // HeldTime and HoldableTime are clocks, whose timers are of this class; what the starter thread runs cannot throw in it.
        string[] allowed = ["Background.cs", "HeldTime.cs", "HoldableTime.cs", "StarterThread.cs"];
        string[] kinds = [".CreateTimer(", "new Timer(", "new Thread(", ".Exited +="];

        var others =
            from file in Directory.EnumerateFiles(Repository.File("Local"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            where !allowed.Contains(Path.GetFileName(file))
            from line in File.ReadLines(file)
            where kinds.Any(kind => line.Contains(kind, StringComparison.Ordinal))
            where !line.Contains("Background.", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(others);
    }
}
