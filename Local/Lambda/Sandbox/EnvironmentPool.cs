namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// All execution environments of this machine. A request gets the environment of its function that was used last, else a
/// new one, else the place of the environment of another function that has been idle longest, else it waits: a machine
/// has a bound, <c>--concurrency</c>, where a Region has none to speak of. Nor does a machine start as many processes at once
/// as a Region: only so many environments as there are processors are in their init phase at a time, or a burst of requests
/// would have all of them start and none of them answer.
/// </summary>
internal sealed class EnvironmentPool : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly SandboxServices _services;
    private readonly HashSet<ExecutionEnvironment> _all = [];
    private readonly IdleEnvironments _idle;
    private readonly HashSet<ExecutionEnvironment> _starting = [];
    private readonly WaitingLine _line = new();
    private readonly ITimer _reaper;
    private bool _closed;
    private IReadOnlySet<string>? _kept;

    public EnvironmentPool(int capacity, SandboxServices services)
    {
        _capacity = Math.Max(1, capacity);
        _services = services;
        _idle = new IdleEnvironments(services.Time);
        _reaper = services.Time.CreateTimer(_ => Reap(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>An environment for one invocation, to be given back with <see cref="Release"/>.</summary>
    public Task<ExecutionEnvironment> AcquireAsync(FunctionVersion version) => Change(discarded =>
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        while (_idle.TakeLatest(version) is { } environment)
        {
            if (environment.IsUsable)
            {
                return Task.FromResult(environment);
            }

            Discard(environment, discarded);
        }

        return TryCreate(version, discarded) is { } created ? Task.FromResult(created) : _line.Join(version);
    });

    /// <summary>Takes an environment back after its invocation.</summary>
    public void Release(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (_closed || !environment.IsUsable || !IsKept(environment.Version))
        {
            Discard(environment, discarded);
        }
        else if (_line.TakeFor(environment.Version) is { } waiter)
        {
            waiter.Serve(environment);
            return;
        }
        else
        {
            _idle.Add(environment);
        }

        ServeWaiting(discarded);
    });

    /// <summary>
    /// Ends the environments of all other versions: those that are idle now, and each other one after its invocation.
    /// </summary>
    /// <param name="identities">The <see cref="FunctionVersion.Identity"/> of each version that there is.</param>
    public void KeepOnly(IReadOnlySet<string> identities) => Change(discarded =>
    {
        _kept = identities;
        while (_idle.TakeUnless(IsKept) is { } environment)
        {
            Discard(environment, discarded);
        }

        ServeWaiting(discarded);
    });

    /// <summary>Ends every environment; whoever waits or runs is told so.</summary>
    public async ValueTask DisposeAsync()
    {
        await _reaper.DisposeAsync();
        var unserved = Change(discarded =>
        {
            _closed = true;
            discarded.AddRange(_all);
            _all.Clear();
            _idle.Clear();
            _starting.Clear();
            return _line.Clear();
        });
        foreach (var waiter in unserved)
        {
            waiter.Cancel();
        }
    }

    private bool IsKept(FunctionVersion version) => _kept?.Contains(version.Identity) ?? true;

    /// <summary>New environments for those who wait longest, as long as there is room for one.</summary>
    private void ServeWaiting(List<ExecutionEnvironment> discarded)
    {
        while (_line.First is { } next && TryCreate(next.Version, discarded) is { } environment)
        {
            _line.RemoveFirst();
            next.Serve(environment);
        }
    }

    private ExecutionEnvironment? TryCreate(FunctionVersion version, List<ExecutionEnvironment> discarded)
    {
        if (_closed || _starting.Count >= Environment.ProcessorCount || (_all.Count >= _capacity && _idle.Count == 0))
        {
            return null;
        }

        if (_all.Count >= _capacity)
        {
            Discard(_idle.TakeOldest(), discarded);
        }

        var environment = new ExecutionEnvironment(version, _services) { OnInitialized = Started, OnExit = Forget };
        _all.Add(environment);
        _starting.Add(environment);
        return environment;
    }

    private void Discard(ExecutionEnvironment environment, List<ExecutionEnvironment> discarded)
    {
        _all.Remove(environment);
        _starting.Remove(environment);
        discarded.Add(environment);
    }

    /// <summary>The init phase of an environment is over, well or not: another one may begin.</summary>
    private void Started(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (_starting.Remove(environment))
        {
            ServeWaiting(discarded);
        }
    });

    /// <summary>An environment's process has ended; if it was idle, its place is free.</summary>
    private void Forget(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (_idle.Take(environment))
        {
            Discard(environment, discarded);
            ServeWaiting(discarded);
        }
    });

    private void Reap() => Change(discarded =>
    {
        while (_idle.TakeExpired() is { } environment)
        {
            Discard(environment, discarded);
        }
    });

    private void Change(Action<List<ExecutionEnvironment>> change) => Change(discarded =>
    {
        change(discarded);
        return 0;
    });

    /// <summary>Changes the pool under its lock; what is discarded ends after it, since a process takes its time to end.</summary>
    private T Change<T>(Func<List<ExecutionEnvironment>, T> change)
    {
        List<ExecutionEnvironment> discarded = [];
        try
        {
            lock (_gate)
            {
                return change(discarded);
            }
        }
        finally
        {
            foreach (var environment in discarded)
            {
                environment.Dispose();
            }
        }
    }
}
