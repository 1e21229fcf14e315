namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The requests that wait for an environment, in the order in which they came. An environment goes to a request that it is
/// warm for, as long as the one that waits longest is not forgotten over those. The pool's lock guards it.
/// </summary>
internal sealed class WaitingLine
{
    /// <summary>How often the request that waits longest is passed over for one that a warm environment can take.</summary>
    private const int MostPassedOver = 4;

    private readonly LinkedList<Waiter> _waiters = [];

    /// <summary>The request that waits longest; null when none does.</summary>
    public Waiter? First => _waiters.First?.Value;

    /// <summary>Lets a request wait.</summary>
    public Task<ExecutionEnvironment> Join(FunctionVersion version)
    {
        var waiter = new Waiter(version);
        _waiters.AddLast(waiter);
        return waiter.Task;
    }

    /// <summary>The request that an environment of this version goes to, if that can take it as it is.</summary>
    public Waiter? TakeFor(FunctionVersion version)
    {
        var next = NextFor(version);
        if (next?.Version.Identity != version.Identity)
        {
            return null;
        }

        _waiters.Remove(next);
        return next;
    }

    /// <summary>Lets the first one go.</summary>
    public void RemoveFirst() => _waiters.RemoveFirst();

    /// <summary>Lets all of them go, and answers who they were.</summary>
    public IReadOnlyList<Waiter> Clear()
    {
        IReadOnlyList<Waiter> all = [.. _waiters];
        _waiters.Clear();
        return all;
    }

    private Waiter? NextFor(FunctionVersion version)
    {
        var first = First;
        if (first is null || first.Version.Identity == version.Identity || first.PassedOver >= MostPassedOver)
        {
            return first;
        }

        var warm = _waiters.FirstOrDefault(waiter => waiter.Version.Identity == version.Identity);
        first.PassedOver += warm is null ? 0 : 1;
        return warm ?? first;
    }
}
