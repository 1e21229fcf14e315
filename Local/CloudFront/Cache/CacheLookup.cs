namespace Lexicon.Local.CloudFront.Cache;

/// <summary>What the cache had for a request.</summary>
/// <param name="Key">The request's cache key.</param>
/// <param name="Entry">The entry with this key, fresh or not; null: there is none.</param>
/// <param name="Removals">
/// The cache's <see cref="EdgeCache.Removals"/> before it was asked: a response that was requested before an invalidation may be
/// what the invalidation removes.
/// </param>
internal sealed record CacheLookup(string Key, CacheEntry? Entry, long Removals);
