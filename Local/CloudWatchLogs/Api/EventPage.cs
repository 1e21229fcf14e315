using System.Text;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>As many events as one response may hold: <c>limit</c>, at most 10,000, and 1 MB.</summary>
internal static class EventPage
{
    /// <summary>The most events.</summary>
    public const int Most = 10_000;

    private const int MostBytes = 1024 * 1024;

    /// <summary>The first events that fit, at least one.</summary>
    public static List<StoredEvent> Take(IEnumerable<StoredEvent> events, int limit)
    {
        var page = new List<StoredEvent>();
        var bytes = 0;
        foreach (var stored in events)
        {
            bytes += Encoding.UTF8.GetByteCount(stored.Message);
            if (page.Count == limit || (bytes > MostBytes && page.Count > 0))
            {
                break;
            }

            page.Add(stored);
        }

        return page;
    }
}
