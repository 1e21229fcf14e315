using Lexicon.Local.CloudFront.Pipeline;

namespace Lexicon.Local.CloudFront.Locations;

/// <summary>How many requests an edge location had, by what became of them.</summary>
internal sealed class EdgeCounters
{
    private long _hits;
    private long _misses;
    private long _refreshes;
    private long _errors;
    private long _others;

    /// <summary>Served from its cache.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Not in its cache, or not of the kind that is.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>In its cache, too old, and confirmed by whoever is behind it.</summary>
    public long Refreshes => Interlocked.Read(ref _refreshes);

    /// <summary>Errors, whoever they are from.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Responded to by a function or a redirect, before the cache.</summary>
    public long Others => Interlocked.Read(ref _others);

    /// <summary>Counts a response by its <c>X-Cache</c>.</summary>
    public void Count(string xCache)
    {
        ref var counter = ref _others;
        switch (xCache)
        {
            case EdgeResponse.Hit:
                counter = ref _hits;
                break;
            case EdgeResponse.Miss:
                counter = ref _misses;
                break;
            case EdgeResponse.RefreshHit:
                counter = ref _refreshes;
                break;
            case EdgeResponse.Error:
                counter = ref _errors;
                break;
        }

        Interlocked.Increment(ref counter);
    }
}
