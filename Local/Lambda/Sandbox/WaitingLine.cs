using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The invocations that wait for an environment, in the order in which they came. An environment goes to an invocation that it is
/// warm for, as long as the one that waits longest is not forgotten over those. The pool's lock guards it.
/// </summary>
internal sealed class WaitingLine
{
    /// <summary>How often the one that waits longest is passed over for one that a warm environment can take.</summary>
    private const int MostPassedOver = 4;

    private readonly LinkedList<Place> _places = [];

    /// <summary>The version of the invocation that waits longest; null when none does.</summary>
    public FunctionVersion? First => _places.First?.Value.Version;

    /// <summary>Lets an invocation of a version wait.</summary>
    public Task<ExecutionEnvironment> Join(FunctionVersion version)
    {
        var place = new Place(version);
        _places.AddLast(place);
        return place.Served.Task;
    }

    /// <summary>Gives an environment to the invocation that it should go to.</summary>
    /// <returns>False when that one needs an environment of another version, or none waits.</returns>
    public bool TryServe(ExecutionEnvironment environment)
    {
        var identity = environment.Version.Identity;
        var next = NextFor(identity);
        if (next?.Version.Identity != identity)
        {
            return false;
        }

        _places.Remove(next);
        next.Served.TrySetResult(environment);
        return true;
    }

    /// <summary>Gives a new environment to the one that waits longest, of whose version it is.</summary>
    public void ServeFirst(ExecutionEnvironment environment)
    {
        var first = _places.First!.Value;
        _places.RemoveFirst();
        first.Served.TrySetResult(environment);
    }

    /// <summary>Ends every wait without an environment.</summary>
    public void Cancel()
    {
        foreach (var place in _places)
        {
            place.Served.TrySetCanceled();
        }

        _places.Clear();
    }

    private Place? NextFor(string identity)
    {
        var first = _places.First?.Value;
        if (first is null || first.Version.Identity == identity || first.PassedOver >= MostPassedOver)
        {
            return first;
        }

        var warm = _places.FirstOrDefault(place => place.Version.Identity == identity);
        first.PassedOver += warm is null ? 0 : 1;
        return warm ?? first;
    }

    /// <summary>One invocation that waits.</summary>
    private sealed class Place(FunctionVersion version)
    {
        public FunctionVersion Version => version;

        /// <summary>How often a later one was served before it.</summary>
        public int PassedOver { get; set; }

        // Whoever waits continues elsewhere, and not under the pool's lock.
        public TaskCompletionSource<ExecutionEnvironment> Served { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
