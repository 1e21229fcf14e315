namespace Lexicon.Local.Waf;

/// <summary>How many requests came in the window that ends now, to the second.</summary>
internal sealed class SlidingCount(TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Second, int Count)> _past = [];
    private (long Second, int Count) _current;
    private int _total;

    /// <summary>Adds a request.</summary>
    /// <returns>How many there are with it.</returns>
    public int Add()
    {
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        lock (_gate)
        {
            if (second != _current.Second)
            {
                _past.Enqueue(_current);
                _current = (second, 0);
            }

            while (_past.TryPeek(out var oldest) && oldest.Second <= second - (long)window.TotalSeconds)
            {
                _total -= _past.Dequeue().Count;
            }

            _current.Count++;
            return ++_total;
        }
    }
}
