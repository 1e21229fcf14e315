using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>The environments that wait for work, the one that has waited longest first. The pool's lock guards it.</summary>
internal sealed class IdleEnvironments(TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly List<ExecutionEnvironment> _idle = [];

    /// <summary>How many there are.</summary>
    public int Count => _idle.Count;

    /// <summary>Whether one waits for work.</summary>
    public bool Contains(ExecutionEnvironment environment) => _idle.Contains(environment);

    /// <summary>Adds one that is done with its work.</summary>
    public void Add(ExecutionEnvironment environment)
    {
        environment.IdleSince = time.GetTimestamp();
        _idle.Add(environment);
        environment.Rest();
    }

    /// <summary>Takes the environment of a version that was used last; null when there is none.</summary>
    public ExecutionEnvironment? TakeLatest(FunctionVersion version)
    {
        var i = _idle.FindLastIndex(environment => environment.Version.Identity == version.Identity);
        return i < 0 ? null : TakeAt(i);
    }

    /// <summary>
    /// Takes the one that has been idle longest, of which there must be one; one with a debugger only if there is no other.
    /// </summary>
    public ExecutionEnvironment TakeOldest() => TakeAt(Math.Max(0, _idle.FindIndex(environment => !environment.IsDebugged)));

    /// <summary>Takes one that has been idle for too long, but for those that are there ahead; null when there is none.</summary>
    public ExecutionEnvironment? TakeExpired(Func<FunctionVersion, bool> isProvisioned)
    {
        var i = _idle.FindIndex(environment => time.GetElapsedTime(environment.IdleSince) >= Limit
            && !environment.IsDebugged && !isProvisioned(environment.Version));
        return i < 0 ? null : TakeAt(i);
    }

    /// <summary>Takes one of a version that this does not hold for; null when there is none.</summary>
    public ExecutionEnvironment? TakeUnless(Func<FunctionVersion, bool> isKept)
    {
        var i = _idle.FindIndex(environment => !isKept(environment.Version));
        return i < 0 ? null : TakeAt(i);
    }

    /// <summary>Takes this one.</summary>
    /// <returns>False when it was not idle.</returns>
    public bool Take(ExecutionEnvironment environment) => _idle.Remove(environment);

    /// <summary>Forgets all of them.</summary>
    public void Clear() => _idle.Clear();

    private ExecutionEnvironment TakeAt(int i)
    {
        var taken = _idle[i];
        _idle.RemoveAt(i);
        return taken;
    }
}
