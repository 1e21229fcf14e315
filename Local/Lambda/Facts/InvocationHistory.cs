using System.Collections.Concurrent;

namespace Lexicon.Local.Lambda.Facts;

/// <summary>The last invocations of each function.</summary>
internal sealed class InvocationHistory
{
    private const int Kept = 200;

    private readonly ConcurrentDictionary<string, Queue<InvocationFacts>> _byFunction = [];

    private readonly ConcurrentDictionary<string, FunctionUsage> _usage = [];

    /// <summary>Adds one; the oldest beyond 200 of its function goes.</summary>
    /// <param name="function">The name of the function.</param>
    /// <param name="facts">The invocation.</param>
    /// <param name="memorySize">What is configured, MB.</param>
    public void Add(string function, InvocationFacts facts, int memorySize)
    {
        _usage.AddOrUpdate(
            function,
            _ => new FunctionUsage(0, 0).With(facts.BilledMilliseconds, memorySize),
            (_, before) => before.With(facts.BilledMilliseconds, memorySize));
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

    /// <summary>What a function has used.</summary>
    public FunctionUsage UsageOf(string function) => _usage.GetValueOrDefault(function) ?? new(0, 0);

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
