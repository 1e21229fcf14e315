using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Freezes an idle environment, as Lambda does between invocations, so that work that a function left behind continues only
/// with its next one. It waits a moment first, since a busy environment is wanted again before a freeze has paid off.
/// </summary>
internal sealed class Freezer : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly Process _process;
    private readonly ITimer _timer;
    private bool _idle;
    private bool _frozen;

    public Freezer(Process process, TimeProvider time)
    {
        _process = process;
        _timer = Background.CreateTimer(time, "Freezing an idle function", Freeze);
    }

    /// <summary>The environment has nothing to do.</summary>
    public void Idle()
    {
        lock (_gate)
        {
            _idle = true;
            _timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The environment is wanted; on return it runs.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _idle = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (_frozen)
            {
                _frozen = false;
                Signals.Thaw(_process);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Freeze()
    {
        lock (_gate)
        {
            if (_idle && !_frozen)
            {
                _frozen = true;
                Signals.Freeze(_process);
            }
        }
    }
}
