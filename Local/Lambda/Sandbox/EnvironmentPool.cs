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
    /// <summary>How often the request that waits longest is passed over for one that a warm environment can take.</summary>
    private const int Patience = 4;

    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly int capacity;
    private readonly SandboxServices services;
    private readonly HashSet<ExecutionEnvironment> all = [];
    private readonly List<ExecutionEnvironment> idle = [];
    private readonly HashSet<ExecutionEnvironment> starting = [];
    private readonly LinkedList<Waiter> waiters = [];
    private readonly ITimer reaper;
    private bool closed;

    public EnvironmentPool(int capacity, SandboxServices services)
    {
        this.capacity = Math.Max(1, capacity);
        this.services = services;
        reaper = services.Time.CreateTimer(_ => Reap(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>An environment for one invocation, to be given back with <see cref="Release"/>.</summary>
    public Task<ExecutionEnvironment> AcquireAsync(FunctionVersion version)
    {
        List<ExecutionEnvironment> discarded = [];
        try
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(closed, this);
                for (var i = idle.Count - 1; i >= 0; i--)
                {
                    var environment = idle[i];
                    if (environment.Version == version)
                    {
                        idle.RemoveAt(i);
                        if (environment.IsUsable)
                        {
                            return Task.FromResult(environment);
                        }

                        Discard(environment, discarded);
                    }
                }

                if (TryCreate(version, discarded) is { } created)
                {
                    return Task.FromResult(created);
                }

                var waiter = new Waiter(version);
                waiters.AddLast(waiter);
                return waiter.Task;
            }
        }
        finally
        {
            End(discarded);
        }
    }

    /// <summary>Takes an environment back after its invocation.</summary>
    public void Release(ExecutionEnvironment environment)
    {
        List<ExecutionEnvironment> discarded = [];
        lock (gate)
        {
            if (!closed && environment.IsUsable)
            {
                Reuse(environment, discarded);
            }
            else
            {
                Discard(environment, discarded);
                ServeWaiting(discarded);
            }
        }

        End(discarded);
    }

    /// <summary>Ends every environment; whoever waits or runs is told so.</summary>
    public async ValueTask DisposeAsync()
    {
        List<ExecutionEnvironment> rest;
        List<Waiter> unserved;
        lock (gate)
        {
            closed = true;
            rest = [.. all];
            unserved = [.. waiters];
            all.Clear();
            idle.Clear();
            starting.Clear();
            waiters.Clear();
        }

        await reaper.DisposeAsync();
        End(rest);
        foreach (var waiter in unserved)
        {
            waiter.Cancel();
        }
    }

    private static void End(List<ExecutionEnvironment> environments)
    {
        foreach (var environment in environments)
        {
            environment.Dispose();
        }
    }

    private void Reuse(ExecutionEnvironment environment, List<ExecutionEnvironment> discarded)
    {
        var next = NextFor(environment.Version);
        if (next?.Version == environment.Version)
        {
            waiters.Remove(next);
            next.Serve(environment);
            return;
        }

        environment.IdleSince = services.Time.GetTimestamp();
        idle.Add(environment);
        environment.Rest();
        ServeWaiting(discarded);
    }

    /// <summary>
    /// The request that an environment of this version goes to: warm ones first, as long as the one that waits longest is
    /// not forgotten over them.
    /// </summary>
    private Waiter? NextFor(FunctionVersion version)
    {
        var first = waiters.First?.Value;
        if (first is null || first.Version == version || first.PassedOver >= Patience)
        {
            return first;
        }

        var warm = waiters.FirstOrDefault(waiter => waiter.Version == version);
        first.PassedOver += warm is null ? 0 : 1;
        return warm ?? first;
    }

    /// <summary>New environments for those who wait longest, as long as there is room for one.</summary>
    private void ServeWaiting(List<ExecutionEnvironment> discarded)
    {
        while (waiters.First?.Value is { } next && TryCreate(next.Version, discarded) is { } environment)
        {
            waiters.RemoveFirst();
            next.Serve(environment);
        }
    }

    private ExecutionEnvironment? TryCreate(FunctionVersion version, List<ExecutionEnvironment> discarded)
    {
        if (starting.Count >= Environment.ProcessorCount || (all.Count >= capacity && idle.Count == 0))
        {
            return null;
        }

        if (all.Count >= capacity)
        {
            var longestIdle = idle[0];
            idle.RemoveAt(0);
            Discard(longestIdle, discarded);
        }

        return Create(version);
    }

    private ExecutionEnvironment Create(FunctionVersion version)
    {
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
    private void Started(ExecutionEnvironment environment)
    {
        List<ExecutionEnvironment> discarded = [];
        lock (gate)
        {
            if (starting.Remove(environment) && !closed)
            {
                ServeWaiting(discarded);
            }
        }

        End(discarded);
    }

    /// <summary>An environment's process has ended; if it was idle, its place is free.</summary>
    private void Forget(ExecutionEnvironment environment)
    {
        List<ExecutionEnvironment> discarded = [];
        lock (gate)
        {
            if (idle.Remove(environment))
            {
                Discard(environment, discarded);
                ServeWaiting(discarded);
            }
        }

        End(discarded);
    }

    private void Reap()
    {
        List<ExecutionEnvironment> discarded = [];
        lock (gate)
        {
            while (idle.Count > 0 && services.Time.GetElapsedTime(idle[0].IdleSince) >= IdleLimit)
            {
                Discard(idle[0], discarded);
                idle.RemoveAt(0);
            }
        }

        End(discarded);
    }

    private sealed class Waiter(FunctionVersion version)
    {
        private readonly TaskCompletionSource<ExecutionEnvironment> served = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public FunctionVersion Version => version;

        public int PassedOver { get; set; }

        public Task<ExecutionEnvironment> Task => served.Task;

        public void Serve(ExecutionEnvironment environment) => served.TrySetResult(environment);

        public void Cancel() => served.TrySetCanceled();
    }
}
