using System.Collections.Concurrent;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// A place where viewers are answered, with a cache of its own. Concurrent requests for one key wait for the first one's
/// answer (developer guide of CloudFront, "Simultaneous requests for the same object"); if that is not cacheable, each
/// asks the origin itself.
/// </summary>
internal sealed class PointOfPresence(string name, long capacity, TimeProvider time)
{
    private readonly EdgeCache cache = new(capacity);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CacheEntry?>> underWay = new(StringComparer.Ordinal);

    /// <summary>The value of <c>X-Amz-Cf-Pop</c>.</summary>
    public string Name => name;

    /// <summary>Its cache.</summary>
    public EdgeCache Cache => cache;

    /// <summary>Answers from the cache or from the origin.</summary>
    public async Task<EdgeResponse> FetchAsync(
        Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
    {
        if (!behaviour.Cache.Caches || !behaviour.CachedMethods.Contains(request.Method))
        {
            return await PassAsync(distribution, behaviour, request, requestId);
        }

        var key = CacheKey.Of(distribution.Id, request.Method, request, behaviour.Cache);
        var found = cache.Find(key);
        if (found is null && request.Method == "HEAD")
        {
            // What GET brought answers HEAD too.
            var whole = CacheKey.Of(distribution.Id, "GET", request, behaviour.Cache);
            found = cache.Find(whole) is { } entry && IsFresh(entry) ? entry : null;
        }

        return found is not null && IsFresh(found)
            ? EdgeResponse.Of(found, EdgeResponse.Hit, time.GetUtcNow())
            : await CollapseAsync(key, found, distribution, behaviour, request, requestId);
    }

    /// <summary>Asks the origin and keeps nothing.</summary>
    public async Task<EdgeResponse> PassAsync(
        Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
    {
        var response = await OriginFetch.SendAsync(behaviour, OriginRequestStep.Build(behaviour, request, requestId), request.Aborted);
        return new()
        {
            Status = response.Status,
            Headers = OriginResponseStep.Headers(behaviour, response, time.GetUtcNow()),
            XCache = response.Status >= 400 ? EdgeResponse.Error : EdgeResponse.Miss,
            Streaming = response,
            Length = response.Length,
        };
    }

    private async Task<(CacheEntry? Kept, EdgeResponse Response)> AskAsync(
        string key, CacheEntry? stale, Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
    {
        var fetch = new OriginFetch(cache, time, distribution, behaviour, request, requestId);
        var (kept, response) = await fetch.RunAsync(key, stale);
        return (kept, response ?? await PassAsync(distribution, behaviour, request, requestId));
    }

    private bool IsFresh(CacheEntry entry) => time.GetUtcNow() < entry.FreshUntil;

    private async Task<EdgeResponse> CollapseAsync(
        string key, CacheEntry? stale, Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
    {
        var mine = new TaskCompletionSource<CacheEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = underWay.GetOrAdd(key, mine);
        if (first != mine)
        {
            return await first.Task is { } shared
                ? EdgeResponse.Of(shared, EdgeResponse.Hit, time.GetUtcNow())
                : (await AskAsync(key, stale, distribution, behaviour, request, requestId)).Response;
        }

        CacheEntry? kept = null;
        try
        {
            (kept, var response) = await AskAsync(key, stale, distribution, behaviour, request, requestId);
            return response;
        }
        finally
        {
            underWay.TryRemove(key, out _);
            mine.SetResult(kept);
        }
    }
}
