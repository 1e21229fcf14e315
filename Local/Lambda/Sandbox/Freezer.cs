using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Freezes an idle environment, as Lambda does between invocations, so that work that a function left behind goes on only
/// with its next one. It waits a moment first, since a busy environment is wanted again before a freeze has paid off.
/// </summary>
internal sealed class Freezer : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly Process process;
    private readonly ITimer timer;
    private bool idle;
    private bool frozen;

    public Freezer(Process process, TimeProvider time)
    {
        this.process = process;
        timer = time.CreateTimer(_ => Freeze(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The environment has nothing to do.</summary>
    public void Idle()
    {
        lock (gate)
        {
            idle = true;
            timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The environment is wanted; on return it runs.</summary>
    public void Wake()
    {
        lock (gate)
        {
            idle = false;
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (frozen)
            {
                frozen = false;
                Signals.Thaw(process);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Freeze()
    {
        lock (gate)
        {
            if (idle && !frozen)
            {
                frozen = true;
                Signals.Freeze(process);
            }
        }
    }
}
