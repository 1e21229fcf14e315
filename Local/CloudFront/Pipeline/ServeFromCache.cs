using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Serves what the cache has: fresh, or stale where <c>stale-while-revalidate</c> permits it
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html).
/// </summary>
internal sealed class ServeFromCache(EdgeCache cache, RequestCollapsing collapsing, TimeProvider time) : IEdgeStep
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

    private CacheLookup LookUp(EdgeExchange exchange)
    {
        var removals = cache.Removals;
        var key = Key(exchange, exchange.Request.Method);
        return new(key, cache.Find(key), removals);
    }

    private void Serve(EdgeExchange exchange, CacheLookup lookup, DateTimeOffset now)
    {
        var usable = lookup.Entry ?? FromAnother(exchange, lookup.Key);
        if (usable is not null && now < usable.FreshUntil)
        {
            exchange.Respond(EdgeResponse.From(usable, EdgeResponse.Hit, now));
        }
        else if (lookup.Entry is { } stale && now < stale.StaleWhileRevalidateUntil)
        {
            // The first request after it has expired starts the one request that refreshes it.
            var background = exchange.InBackground();
            collapsing.Refresh(lookup.Key, () => new OriginFetch(cache, time, background).RunAsync());
            exchange.Respond(EdgeResponse.From(stale, EdgeResponse.Hit, now));
        }
    }

    // The response to GET serves HEAD, too, and a part serves whoever asks for the same part.
    private CacheEntry? FromAnother(EdgeExchange exchange, string key) => exchange.Request switch
    {
        { Method: "HEAD" } => cache.Find(Key(exchange, "GET")),
        var request when ViewerConditions.AskForPartOnly(request) => cache.Find(CacheKey.ForPart(key, request)),
        _ => null,
    };

    private static string Key(EdgeExchange exchange, string method) =>
        CacheKey.For(exchange.Distribution!.Id, method, exchange.Request, exchange.Behavior!.Cache);
}
