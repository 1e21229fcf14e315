using System.Collections.Concurrent;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// The tokens of transactions: for ten minutes a request with the same one is answered again and not performed again
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteTransaction.html).
/// </summary>
internal sealed class ReplayedTransactions(TimeProvider time)
{
    private const int Many = 1000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    /// <summary>Whether a transaction that succeeded was there before; from now on it was.</summary>
    /// <param name="token">Its token, if it has one.</param>
    public bool IsReplay(string? token)
    {
        if (token is null)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (_seen.Count >= Many)
        {
            foreach (var (old, at) in _seen)
            {
                if (at + Window <= now)
                {
                    _seen.TryRemove(old, out _);
                }
            }
        }

        var isReplay = _seen.TryGetValue(token, out var first) && now < first + Window;
        if (!isReplay)
        {
            _seen[token] = now;
        }

        return isReplay;
    }
}
