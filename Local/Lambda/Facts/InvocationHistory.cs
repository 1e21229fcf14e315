using System.Collections.Concurrent;

namespace Lexicon.Local.Lambda.Facts;

/// <summary>The last invocations of each function.</summary>
internal sealed class InvocationHistory
{
    private const int Kept = 200;

    private readonly ConcurrentDictionary<string, Queue<InvocationFacts>> _byFunction = [];

    /// <summary>Adds one; the oldest beyond 200 of its function goes.</summary>
    public void Add(string function, InvocationFacts facts)
    {
        var kept = _byFunction.GetOrAdd(function, static _ => new Queue<InvocationFacts>());
        lock (kept)
        {
            kept.Enqueue(facts);
            if (kept.Count > Kept)
            {
                kept.Dequeue();
            }
        }
    }

    /// <summary>Those of a function, oldest first.</summary>
    public IReadOnlyList<InvocationFacts> Of(string function)
    {
        if (!_byFunction.TryGetValue(function, out var kept))
        {
            return [];
        }

        lock (kept)
        {
            return [.. kept];
        }
    }
}
