using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// A place where viewers are answered, with a cache of its own. Which requests share one answer of the origin is
/// <see cref="RequestCollapsing"/>'s.
/// </summary>
internal sealed class PointOfPresence(string name, long capacity, TimeProvider time)
{
    private readonly EdgeCache _cache = new(capacity);
    private readonly RequestCollapsing _collapsing = new(time);

    /// <summary>The value of <c>X-Amz-Cf-Pop</c>.</summary>
    public string Name => name;

    /// <summary>Its cache.</summary>
    public EdgeCache Cache => _cache;

    /// <summary>Answers from the cache or from the origin.</summary>
    public async Task<EdgeResponse> FetchAsync(
        Distribution distribution, CacheBehavior behavior, ViewerRequest request, string requestId)
    {
        if (!behavior.Cache.Caches || !behavior.CachedMethods.Contains(request.Method))
        {
            return await PassAsync(behavior, request, requestId);
        }

        var fetch = new OriginFetch(_cache, time, distribution, behavior, request, requestId);
        var key = CacheKey.Of(distribution.Id, request.Method, request, behavior.Cache);
        var found = _cache.Find(key);
        if (FreshFor(found, distribution, behavior, request, fetch, key) is { } fresh)
        {
            return EdgeResponse.Of(fresh, EdgeResponse.Hit, time.GetUtcNow());
        }

        if (found is not null && time.GetUtcNow() < found.StaleWhileRevalidateUntil)
        {
            // Whoever asks first after it has expired sets off the one request that refreshes it.
            var behind = new OriginFetch(_cache, time, distribution, behavior, request.Kept(), requestId);
            _collapsing.Refresh(key, () => behind.RunAsync(key, found, CancellationToken.None));
            return EdgeResponse.Of(found, EdgeResponse.Hit, time.GetUtcNow());
        }

        return await _collapsing.RunAsync(
            key, behavior, () => fetch.RunAsync(key, found, request.Aborted), request.Aborted);
    }

    // A method that changes something removes nothing from the cache: that is what invalidations and versioned names are for
    // (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html).
    private async Task<EdgeResponse> PassAsync(CacheBehavior behavior, ViewerRequest request, string requestId)
    {
        var response = await OriginFetch.SendAsync(behavior, OriginRequestStep.Build(behavior, request, requestId), request.Aborted);
        return EdgeResponse.Through(response, OriginResponseStep.Headers(behavior, response, time.GetUtcNow()));
    }

    private CacheEntry? FreshFor(
        CacheEntry? found, Distribution distribution, CacheBehavior behavior, ViewerRequest request, OriginFetch fetch, string key)
    {
        // What GET brought answers HEAD too, and a part answers whoever asks for the same one.
        var entry = found is null && request.Method == "HEAD"
            ? _cache.Find(CacheKey.Of(distribution.Id, "GET", request, behavior.Cache))
            : found is null && ViewerConditions.AsksForPartOnly(request) ? _cache.Find(fetch.PartKey(key)) : found;
        return entry is not null && time.GetUtcNow() < entry.FreshUntil ? entry : null;
    }
}
