using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Freezes an idle environment, as Lambda does between invocations, so that work that a function left behind continues only
/// with its next one: the runtime and whatever it started, children of children too. It waits a moment first, since a busy environment is
/// wanted again before a freeze has paid off.
/// </summary>
internal sealed class Freezer : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a process may start another one while it is being stopped.</summary>
    private const int MostRounds = 8;

    private readonly Lock _gate = new();
    private readonly ISandbox _sandbox;
    private readonly MemoryWatch _memory;
    private readonly ITimer _timer;
    private readonly HashSet<int> _frozen = [];
    private bool _idle;

    public Freezer(ISandbox sandbox, MemoryWatch memory, TimeProvider time)
    {
        _sandbox = sandbox;
        _memory = memory;
        _timer = Background.CreateTimer(time, "Freezing an idle function", Freeze);
    }

    /// <summary>Whether its processes are stopped.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _frozen.Count > 0;
            }
        }
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
            if (_frozen.Count == 0)
            {
                return;
            }

            foreach (var process in _frozen)
            {
                Signals.Thaw(process);
            }

            _frozen.Clear();
            _memory.Resume();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _idle = false;
            _timer.Dispose();
        }
    }

    private void Freeze()
    {
        lock (_gate)
        {
            // One that was started just before its parent was stopped is found in the next round.
            for (var round = 0; _idle && round < MostRounds && StopNew(); round++)
            {
            }

            if (_frozen.Count > 0)
            {
                _memory.Pause();
            }
        }
    }

    private bool StopNew()
    {
        var added = false;
        foreach (var process in _sandbox.FindProcesses().Where(_frozen.Add))
        {
            Signals.Freeze(process);
            added = true;
        }

        return added;
    }
}
