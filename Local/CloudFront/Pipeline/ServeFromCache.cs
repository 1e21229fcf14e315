using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Serves what the cache of the exchange's location has: fresh, or stale where <c>stale-while-revalidate</c> permits it
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html).
/// </summary>
internal sealed class ServeFromCache(Upstream upstream, TimeProvider time) : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behavior!.Caches(exchange.Request.Method))
        {
            exchange.Lookup = LookUp(exchange);
            Serve(exchange, exchange.Lookup, time.GetUtcNow());
        }

        return ValueTask.CompletedTask;
    }

    private static CacheLookup LookUp(EdgeExchange exchange)
    {
        var cache = exchange.Location.Cache;
        var removals = cache.Removals;
        var key = Key(exchange, exchange.Request.Method);
        return new(key, cache.Find(key), removals);
    }

    private void Serve(EdgeExchange exchange, CacheLookup lookup, DateTimeOffset now)
    {
        var usable = lookup.Entry ?? FromAnother(exchange, lookup.Key, now);
        if (usable is not null && now < usable.FreshUntil)
        {
            exchange.Respond(EdgeResponse.From(usable, EdgeResponse.Hit, now));
        }
        else if (lookup.Entry is { } stale && now < stale.StaleWhileRevalidateUntil)
        {
            // The first request after it has expired starts the one request that refreshes it.
            var background = exchange.InBackground();
            exchange.Location.Collapsing.Refresh(lookup.Key, () => new OriginFetch(upstream, time, background).RunAsync());
            exchange.Respond(EdgeResponse.From(stale, EdgeResponse.Hit, now));
        }
    }

    // The response to GET serves HEAD, too, and a part serves whoever asks for something within it.
    private static CacheEntry? FromAnother(EdgeExchange exchange, string key, DateTimeOffset now) => exchange.Request switch
    {
        { Method: "HEAD" } => exchange.Location.Cache.Find(Key(exchange, "GET")),
        var request when ViewerConditions.AskForPartOnly(request) => Part(exchange.Location.Cache, key, request, now),
        _ => null,
    };

    private static CacheEntry? Part(EdgeCache cache, string key, ViewerRequest request, DateTimeOffset now) =>
        cache.Find(CacheKey.ForPart(key, request)) is { } same && now < same.FreshUntil
            ? same
            : ObjectPart.Asked(request.Headers.Range.ToString()) is { } range
                ? cache.PartsOf(key).Where(entry => now < entry.FreshUntil).Select(entry => entry.Part!.Cut(entry, range))
                    .FirstOrDefault(cut => cut is not null)
                : null;

    private static string Key(EdgeExchange exchange, string method) =>
        CacheKey.For(exchange.Distribution!.Id, method, exchange.Request, exchange.Behavior!.Cache);
}
