namespace Lexicon.Local.Debugging.Holding;

/// <summary>Traces that are to wait at their next step. A trace that has no further step is forgotten after a minute.</summary>
internal sealed class Followed(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (HeldRequest Before, long Since)> _byTrace = [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _byTrace.Count == 0;

    /// <summary>Follows a trace from where it waits.</summary>
    public void Add(string trace, HeldRequest before) => _byTrace[trace] = (before, time.GetTimestamp());

    /// <summary>Where a trace that is followed has waited before; null where it is not.</summary>
    public HeldRequest? Take(string? trace)
    {
        foreach (var (old, _) in _byTrace.Where(one => time.GetElapsedTime(one.Value.Since) > Longest).ToList())
        {
            _byTrace.Remove(old);
        }

        return trace is not null && _byTrace.Remove(trace, out var found) ? found.Before : null;
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear() => _byTrace.Clear();
}
