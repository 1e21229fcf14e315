using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>Looks again and again whether an environment has more memory than it may, as long as it is not frozen.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private readonly ITimer _timer;

    public MemoryWatch(ISandbox sandbox, TimeProvider time)
    {
        _timer = Background.CreateTimer(time, "Looking at a function's memory", sandbox.CheckMemory);
        Resume();
    }

    /// <summary>A frozen environment takes no memory.</summary>
    public void Pause() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>It runs again.</summary>
    public void Resume() => _timer.Change(Interval, Interval);

    public void Dispose() => _timer.Dispose();
}
