using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Fetches an object for a viewer and for the cache: with the viewer's own conditions and range where nothing is cached
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html), with those of the entry that is to be
/// confirmed where it has expired (RFC 9111 section 4.3).
/// </summary>
internal sealed class OriginFetch(
    EdgeCache cache, TimeProvider time, Distribution distribution, CacheBehavior behavior, ViewerRequest request, string requestId)
{
    // An answer that was asked for before an invalidation may be what the invalidation is to remove.
    private readonly long _removals = cache.Removals;
    private readonly EntryBuilder _entries = new(distribution, behavior, request);

    /// <summary>Sends to the behavior's origin.</summary>
    public static Task<OriginResponse> SendAsync(CacheBehavior behavior, OriginRequest request, CancellationToken cancellation) =>
        OriginAttempts.SendAsync(behavior.Origin, request, cancellation);

    /// <summary>Asks the origin.</summary>
    /// <param name="key">Where the answer is kept.</param>
    /// <param name="stale">The entry that has expired, if there is one.</param>
    /// <param name="cancellation">Ends when nobody wants the answer any more.</param>
    public async Task<ObjectFetch> RunAsync(string key, CacheEntry? stale, CancellationToken cancellation)
    {
        var begun = time.GetUtcNow();
        OriginResponse response;
        try
        {
            response = await SendAsync(behavior, ToOrigin(stale), cancellation);
        }
        catch (OriginException) when (MayServe(stale))
        {
            return KeepServing(key, stale!);
        }

        if (response.Status == 304 && stale is not null)
        {
            using (response)
            {
                var confirmed = _entries.Confirm(stale, response, begun, time.GetUtcNow());
                return ObjectFetch.Of(EdgeResponse.Of(confirmed, EdgeResponse.RefreshHit, time.GetUtcNow()), Keep(key, confirmed));
            }
        }

        if (response.Status >= 500 && MayServe(stale))
        {
            response.Dispose();
            return KeepServing(key, stale!);
        }

        return await ReceiveAsync(response.Status == 206 ? PartKey(key) : key, response, begun);
    }

    /// <summary>Where a part that the origin gave is kept.</summary>
    public string PartKey(string key) => $"{key}range:{request.Headers.Range}";

    private OriginRequest ToOrigin(CacheEntry? stale)
    {
        var origin = OriginRequestStep.Build(behavior, request, requestId);
        if (stale is null)
        {
            return origin;
        }

        ViewerConditions.Remove(origin.Headers);
        if (stale.OriginETag is { } etag)
        {
            origin.Headers.IfNoneMatch = etag;
        }

        if (stale.Headers.LastModified is { Count: > 0 } modified)
        {
            origin.Headers.IfModifiedSince = modified;
        }

        return origin;
    }

    private bool MayServe(CacheEntry? stale) => stale is not null && time.GetUtcNow() < stale.StaleIfErrorUntil;

    // The origin is in trouble: what is there continues for as long as an error would be cached.
    private ObjectFetch KeepServing(string key, CacheEntry stale)
    {
        var now = time.GetUtcNow();
        var until = now + distribution.ErrorTtl(504);
        var extended = stale with { FreshUntil = until < stale.StaleIfErrorUntil ? until : stale.StaleIfErrorUntil };
        cache.Put(key, extended);
        return ObjectFetch.Of(EdgeResponse.Of(extended, EdgeResponse.Hit, now), extended);
    }

    private async Task<ObjectFetch> ReceiveAsync(string key, OriginResponse response, DateTimeOffset begun)
    {
        var now = time.GetUtcNow();
        var headers = OriginResponseStep.Headers(behavior, response, now);
        if (_entries.TimeToLive(response, headers, now) is not { } ttl || response.Length > cache.LargestBody)
        {
            cache.Remove(key);
            return await WholeOrThroughAsync(response, headers);
        }

        var accepted = AcceptEncoding.Normalize(request, behavior.Cache);
        var compresses = Compresses(response, headers, accepted);
        var entry = _entries.Build(response, headers, ttl, begun, now);
        if (!compresses && response.Status is 200 or 206 && request.Method == "GET")
        {
            return StoreWhileStreaming(key, response, entry);
        }

        var body = await LimitedBody.ReadAsync(response.Body, cache.LargestBody);
        if (!body.IsWhole)
        {
            cache.Remove(key);
            return ObjectFetch.NotKept(EdgeResponse.Through(response, headers).After(body.Bytes));
        }

        using (response)
        {
            var served = compresses ? Compression.Apply(accepted, headers, body.Bytes) : body.Bytes;
            var whole = entry with { Body = served, Length = request.Method == "HEAD" ? response.Length ?? 0 : served.Length };
            return ObjectFetch.Of(EdgeResponse.Of(whole, EdgeResponse.Miss, now), Keep(key, whole));
        }
    }

    private bool Compresses(OriginResponse response, IHeaderDictionary headers, string accepted) =>
        request.Method == "GET" && Compression.Applies(behavior, accepted, response.Status, headers, response.Length);

    private ObjectFetch StoreWhileStreaming(string key, OriginResponse response, CacheEntry entry)
    {
        var kept = new TaskCompletionSource<CacheEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var headers = EdgeResponse.Of(entry, EdgeResponse.Miss, entry.Since).Headers;

        // What broke off takes nothing away: an entry that has expired may still have to stand in for the origin.
        var body = new KeptBody(response.Body, cache.LargestBody, bytes =>
            kept.SetResult(bytes is null ? null : Keep(key, entry with { Body = bytes, Length = bytes.Length })));
        return new(EdgeResponse.Through(response, headers, body), kept.Task);
    }

    // What is not kept is compressed all the same.
    private async Task<ObjectFetch> WholeOrThroughAsync(OriginResponse response, IHeaderDictionary headers)
    {
        var accepted = AcceptEncoding.Normalize(request, behavior.Cache);
        if (!Compresses(response, headers, accepted))
        {
            return ObjectFetch.NotKept(EdgeResponse.Through(response, headers));
        }

        using (response)
        {
            var body = await LimitedBody.ReadAsync(response.Body, long.MaxValue);
            return ObjectFetch.NotKept(EdgeResponse.Whole(response.Status, headers, Compression.Apply(accepted, headers, body.Bytes)));
        }
    }

    // What must be asked about each time is not another viewer's answer, and neither is a part.
    private CacheEntry? Keep(string key, CacheEntry entry)
    {
        if (!_entries.Keeps(entry) || cache.Removals != _removals)
        {
            cache.Remove(key);
            return null;
        }

        cache.Put(key, entry);
        return entry.FreshUntil > entry.Since && entry.Status != 206 ? entry : null;
    }
}
