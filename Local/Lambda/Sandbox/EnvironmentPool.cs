namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// All execution environments of this machine. A request gets the environment of its function that was used last, else a
/// new one, else the place of the environment of another function that has been idle longest, else it waits: a machine
/// has a bound, <c>--concurrency</c>, where a Region has none to speak of.
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

                if (all.Count >= capacity && idle.Count > 0)
                {
                    var longestIdle = idle[0];
                    idle.RemoveAt(0);
                    Discard(longestIdle, discarded);
                }

                if (all.Count < capacity)
                {
                    return Task.FromResult(Create(version));
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
                ServeNext();
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
        if (next is null)
        {
            environment.IdleSince = services.Time.GetTimestamp();
            idle.Add(environment);
            environment.Rest();
        }
        else if (next.Version == environment.Version)
        {
            waiters.Remove(next);
            next.Serve(environment);
        }
        else
        {
            Discard(environment, discarded);
            ServeNext();
        }
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

    private void ServeNext()
    {
        if (waiters.First?.Value is { } next && all.Count < capacity)
        {
            waiters.RemoveFirst();
            next.Serve(Create(next.Version));
        }
    }

    private ExecutionEnvironment Create(FunctionVersion version)
    {
        var environment = new ExecutionEnvironment(version, services) { OnExit = Forget };
        all.Add(environment);
        return environment;
    }

    private void Discard(ExecutionEnvironment environment, List<ExecutionEnvironment> discarded)
    {
        all.Remove(environment);
        discarded.Add(environment);
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
                ServeNext();
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
