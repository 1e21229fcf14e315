using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Facts;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// All execution environments of this machine. An invocation gets the environment of its function that was used last, else a
/// new one, else the place of the environment of another function that has been idle longest, else it waits: a machine
/// has a bound, <c>--concurrency</c>, where a Region has none to speak of. Nor does a machine start as many processes at once
/// as a Region: only so many environments as there are processors are in their init phase at a time, or a burst of requests
/// would have all of them start and none of them respond.
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
    private ProvisionedConcurrency _provisioned = ProvisionedConcurrency.None;
    private volatile bool _closed;
    private IReadOnlySet<string>? _kept;

    public EnvironmentPool(int capacity, SandboxServices services)
    {
        _capacity = Math.Max(1, capacity);
        _services = services;
        _idle = new IdleEnvironments(services.Time);
        _reaper = Background.CreateTimer(services.Time, "Ending idle functions", EndExpired);
        _reaper.Change(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>Whether every environment was ended, so that whatever still ran was interrupted.</summary>
    public bool IsClosed => _closed;

    /// <summary>The invocations that are over.</summary>
    public InvocationHistory History { get; } = new();

    /// <summary>What is to be seen of each environment.</summary>
    public IReadOnlyList<EnvironmentFacts> Describe()
    {
        List<(ExecutionEnvironment Environment, EnvironmentState State)> found;
        lock (_gate)
        {
            found = [.. _all.Select(environment => (environment, StateOf(environment)))];
        }

        return [.. found.Select(one => one.Environment.Describe(one.State))];
    }

    /// <summary>An environment for one invocation, to be given back with <see cref="Release"/>.</summary>
    public ValueTask<ExecutionEnvironment> AcquireAsync(FunctionVersion version)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            while (_idle.TakeLatest(version) is { } environment)
            {
                if (environment.IsUsable)
                {
                    return new(environment);
                }

                Discard(environment, discarded);
            }

            return TryCreate(version, discarded) is { } created ? new(created) : new(_line.Join(version));
        }
    }

    /// <summary>Takes an environment back after its invocation.</summary>
    public void Release(ExecutionEnvironment environment)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            if (_closed || !environment.IsUsable || !IsKept(environment.Version))
            {
                Discard(environment, discarded);
            }
            else if (_line.TryServe(environment))
            {
                return;
            }
            else
            {
                _idle.Add(environment);
            }

            ServeWaiting(discarded);
        }
    }

    /// <summary>
    /// Ends the environments of all other versions: those that are idle now, and each other one after its invocation.
    /// </summary>
    /// <param name="identities">The <see cref="FunctionVersion.Identity"/> of each version that there is.</param>
    public void KeepOnly(IReadOnlySet<string> identities)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            (_kept, _provisioned) = (identities, ProvisionedConcurrency.None);
            while (_idle.TakeUnless(IsKept) is { } environment)
            {
                Discard(environment, discarded);
            }

            ServeWaiting(discarded);
        }
    }

    /// <summary>Starts environments ahead of any invocation, now and whenever one is gone, as far as this machine has room.</summary>
    public void Provision(ProvisionedConcurrency provisioned)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            _provisioned = provisioned;
            ServeWaiting(discarded);
        }
    }

    /// <summary>The init phase of an environment is over, well or not: another one may begin.</summary>
    public void OnInitialized(ExecutionEnvironment environment)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            if (_starting.Remove(environment))
            {
                ServeWaiting(discarded);
            }
        }
    }

    /// <summary>An environment's process has ended; if it was idle, its place is free.</summary>
    public void OnExit(ExecutionEnvironment environment)
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            if (_idle.Take(environment))
            {
                Discard(environment, discarded);
                ServeWaiting(discarded);
            }
        }
    }

    /// <summary>Ends every environment; whatever waits or runs is interrupted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _reaper.DisposeAsync();
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            _closed = true;
            foreach (var environment in _all)
            {
                discarded.Add(environment);
            }

            _all.Clear();
            _idle.Clear();
            _starting.Clear();
            _line.Cancel();
        }
    }

    private EnvironmentState StateOf(ExecutionEnvironment environment) =>
        _starting.Contains(environment) ? EnvironmentState.Cold
        : _idle.Contains(environment) ? EnvironmentState.Warm
        : EnvironmentState.Busy;

    private bool IsKept(FunctionVersion version) => _kept?.Contains(version.Identity) ?? true;

    /// <summary>New environments for those who wait longest, as long as there is room for one.</summary>
    private void ServeWaiting(DiscardedEnvironments discarded)
    {
        while (_line.First is { } version && TryCreate(version, discarded) is { } environment)
        {
            _line.ServeFirst(environment);
        }

        while (_line.First is null && _all.Count < _capacity && NextProvisioned() is { } version
            && TryCreate(version, discarded, InitializationTypes.Provisioned) is { } environment)
        {
            Background.StartTask($"Provisioning {version.Configuration.Name}", () => InitializeAheadAsync(environment));
        }
    }

    private FunctionVersion? NextProvisioned() =>
        _provisioned.Missing(identity => _all.Count(environment => environment.Version.Identity == identity));

    private async Task InitializeAheadAsync(ExecutionEnvironment environment)
    {
        // Not under the lock of whoever noticed that it is missing.
        await Task.Yield();
        if (!await environment.InitializeAheadAsync())
        {
            // It would fail again and again. An invocation tries anew.
            _provisioned.GiveUp(environment.Version);
        }

        Release(environment);
    }

    private ExecutionEnvironment? TryCreate(
        FunctionVersion version, DiscardedEnvironments discarded, string initializationType = InitializationTypes.OnDemand)
    {
        if (_closed || _starting.Count >= Environment.ProcessorCount || (_all.Count >= _capacity && _idle.Count == 0))
        {
            return null;
        }

        if (_all.Count >= _capacity)
        {
            Discard(_idle.TakeOldest(), discarded);
        }

        var environment = new ExecutionEnvironment(version, initializationType, _services, this);
        _all.Add(environment);
        _starting.Add(environment);
        return environment;
    }

    private void Discard(ExecutionEnvironment environment, DiscardedEnvironments discarded)
    {
        _all.Remove(environment);
        _starting.Remove(environment);
        discarded.Add(environment);
    }

    private void EndExpired()
    {
        using var discarded = new DiscardedEnvironments();
        lock (_gate)
        {
            while (_idle.TakeExpired(_provisioned.Has) is { } environment)
            {
                Discard(environment, discarded);
            }
        }
    }
}
