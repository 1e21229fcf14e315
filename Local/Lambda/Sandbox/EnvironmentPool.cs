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
    private readonly Lock gate = new();
    private readonly int capacity;
    private readonly SandboxServices services;
    private readonly HashSet<ExecutionEnvironment> all = [];
    private readonly IdleEnvironments idle;
    private readonly HashSet<ExecutionEnvironment> starting = [];
    private readonly WaitingLine line = new();
    private readonly ITimer reaper;
    private bool closed;
    private IReadOnlySet<string>? kept;

    public EnvironmentPool(int capacity, SandboxServices services)
    {
        this.capacity = Math.Max(1, capacity);
        this.services = services;
        idle = new IdleEnvironments(services.Time);
        reaper = services.Time.CreateTimer(_ => Reap(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>An environment for one invocation, to be given back with <see cref="Release"/>.</summary>
    public Task<ExecutionEnvironment> AcquireAsync(FunctionVersion version) => Change(discarded =>
    {
        ObjectDisposedException.ThrowIf(closed, this);
        while (idle.TakeLatest(version) is { } environment)
        {
            if (environment.IsUsable)
            {
                return Task.FromResult(environment);
            }

            Discard(environment, discarded);
        }

        return TryCreate(version, discarded) is { } created ? Task.FromResult(created) : line.Join(version);
    });

    /// <summary>Takes an environment back after its invocation.</summary>
    public void Release(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (closed || !environment.IsUsable || !IsKept(environment.Version))
        {
            Discard(environment, discarded);
        }
        else if (line.TakeFor(environment.Version) is { } waiter)
        {
            waiter.Serve(environment);
            return;
        }
        else
        {
            idle.Add(environment);
        }

        ServeWaiting(discarded);
    });

    /// <summary>
    /// Ends the environments of all other versions: those that are idle now, and each other one after its invocation.
    /// </summary>
    /// <param name="identities">The <see cref="FunctionVersion.Identity"/> of each version that there is.</param>
    public void KeepOnly(IReadOnlySet<string> identities) => Change(discarded =>
    {
        kept = identities;
        while (idle.TakeUnless(IsKept) is { } environment)
        {
            Discard(environment, discarded);
        }

        ServeWaiting(discarded);
    });

    /// <summary>Ends every environment; whoever waits or runs is told so.</summary>
    public async ValueTask DisposeAsync()
    {
        await reaper.DisposeAsync();
        var unserved = Change(discarded =>
        {
            closed = true;
            discarded.AddRange(all);
            all.Clear();
            idle.Clear();
            starting.Clear();
            return line.Clear();
        });
        foreach (var waiter in unserved)
        {
            waiter.Cancel();
        }
    }

    private bool IsKept(FunctionVersion version) => kept?.Contains(version.Identity) ?? true;

    /// <summary>New environments for those who wait longest, as long as there is room for one.</summary>
    private void ServeWaiting(List<ExecutionEnvironment> discarded)
    {
        while (line.First is { } next && TryCreate(next.Version, discarded) is { } environment)
        {
            line.RemoveFirst();
            next.Serve(environment);
        }
    }

    private ExecutionEnvironment? TryCreate(FunctionVersion version, List<ExecutionEnvironment> discarded)
    {
        if (closed || starting.Count >= Environment.ProcessorCount || (all.Count >= capacity && idle.Count == 0))
        {
            return null;
        }

        if (all.Count >= capacity)
        {
            Discard(idle.TakeOldest(), discarded);
        }

        var environment = new ExecutionEnvironment(version, services) { OnInitialized = Started, OnExit = Forget };
        all.Add(environment);
        starting.Add(environment);
        return environment;
    }

    private void Discard(ExecutionEnvironment environment, List<ExecutionEnvironment> discarded)
    {
        all.Remove(environment);
        starting.Remove(environment);
        discarded.Add(environment);
    }

    /// <summary>The init phase of an environment is over, well or not: another one may begin.</summary>
    private void Started(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (starting.Remove(environment))
        {
            ServeWaiting(discarded);
        }
    });

    /// <summary>An environment's process has ended; if it was idle, its place is free.</summary>
    private void Forget(ExecutionEnvironment environment) => Change(discarded =>
    {
        if (idle.Take(environment))
        {
            Discard(environment, discarded);
            ServeWaiting(discarded);
        }
    });

    private void Reap() => Change(discarded =>
    {
        while (idle.TakeExpired() is { } environment)
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
            lock (gate)
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
