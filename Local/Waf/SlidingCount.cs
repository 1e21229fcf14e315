namespace Lexicon.Local.Waf;

/// <summary>How many requests came in the window that ends now, to the second.</summary>
internal sealed class SlidingCount(TimeSpan window, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Queue<(long Second, int Count)> past = [];
    private (long Second, int Count) current;
    private int total;

    /// <summary>Adds a request.</summary>
    /// <returns>How many there are with it.</returns>
    public int Add()
    {
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            if (second != current.Second)
            {
                past.Enqueue(current);
                current = (second, 0);
            }

            while (past.TryPeek(out var oldest) && oldest.Second <= second - (long)window.TotalSeconds)
            {
                total -= past.Dequeue().Count;
            }

            current.Count++;
            return ++total;
        }
    }
}
