using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Fetches an object for a viewer and for the cache: with the viewer's own conditions and range where nothing is cached
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html), with those of the entry that is to be
/// confirmed where it has expired (https://www.rfc-editor.org/rfc/rfc9111#section-4.3).
/// </summary>
internal sealed class OriginFetch(Upstream upstream, TimeProvider time, EdgeExchange exchange)
{
    private readonly EdgeCache _cache = exchange.Location.Cache;
    private readonly CacheLookup _lookup = exchange.Lookup!;
    private readonly CacheEntry? _expired = exchange.Lookup!.Entry;
    private readonly CacheBehavior _behavior = exchange.Behavior!;
    private readonly ViewerRequest _request = exchange.Request;
    private readonly EntryBuilder _entries = new(exchange);

    /// <summary>Asks whoever is behind the location; ends when the viewer goes away.</summary>
    public async Task<Result> RunAsync()
    {
        var begun = time.GetUtcNow();
        OriginResponse response;
        try
        {
            response = await upstream.AskAsync(exchange, BuildRequest());
        }
        catch (OriginException) when (MayServeExpired())
        {
            return KeepServing(_expired!);
        }

        if (response.Status == 304 && _expired is not null)
        {
            using (response)
            {
                var confirmed = _entries.Confirm(_expired, response, begun, time.GetUtcNow());
                return Result.Whole(
                    EdgeResponse.From(confirmed, EdgeResponse.RefreshHit, time.GetUtcNow()), Keep(_lookup.Key, confirmed));
            }
        }

        if (response.Status >= 500 && MayServeExpired())
        {
            response.Dispose();
            return KeepServing(_expired!);
        }

        return await ReceiveAsync(response.Status == 206 ? CacheKey.ForPart(_lookup.Key, _request) : _lookup.Key, response, begun);
    }

    private OriginRequest BuildRequest()
    {
        var toOrigin = OriginRequestBuilder.Build(exchange);
        if (_expired is null)
        {
            return toOrigin;
        }

        ViewerConditions.Remove(toOrigin.Headers);
        if (_expired.OriginETag is { } etag)
        {
            toOrigin.Headers.IfNoneMatch = etag;
        }

        if (_expired.Headers.LastModified is { Count: > 0 } modified)
        {
            toOrigin.Headers.IfModifiedSince = modified;
        }

        return toOrigin;
    }

    private bool MayServeExpired() => _expired is not null && time.GetUtcNow() < _expired.StaleIfErrorUntil;

    // The origin is in trouble: what the cache has is served for as long as an error would be cached.
    private Result KeepServing(CacheEntry expired)
    {
        var now = time.GetUtcNow();
        var until = now + exchange.Distribution!.ErrorTtl(504);
        var extended = expired with { FreshUntil = until < expired.StaleIfErrorUntil ? until : expired.StaleIfErrorUntil };
        _cache.Put(_lookup.Key, extended);
        return Result.Whole(EdgeResponse.From(extended, EdgeResponse.Hit, now), extended);
    }

    private async Task<Result> ReceiveAsync(string key, OriginResponse response, DateTimeOffset begun)
    {
        var now = time.GetUtcNow();
        var headers = OriginResponseHeaders.From(response, _behavior, now);
        if (_entries.TimeToLive(response, headers, now) is not { } ttl || response.Length > _cache.LargestBody)
        {
            _cache.Remove(key);
            return await WholeOrThroughAsync(response, headers);
        }

        var accepted = AcceptEncoding.Normalize(_request, _behavior.Cache);
        var compresses = Compresses(response, headers, accepted);
        var entry = _entries.Build(response, headers, ttl, begun, now);
        if (!compresses && response.Status is 200 or 206 && _request.Method == "GET")
        {
            return StoreWhileStreaming(key, response, entry);
        }

        var body = await LimitedBody.ReadAsync(response.Body, _cache.LargestBody);
        if (!body.IsWhole)
        {
            _cache.Remove(key);
            return Result.NotKept(EdgeResponse.Through(response, headers) with { Bytes = body.Bytes });
        }

        using (response)
        {
            var served = compresses ? Compression.Apply(accepted, headers, body.Bytes) : body.Bytes;
            var whole = entry with { Body = served, Length = _request.Method == "HEAD" ? response.Length ?? 0 : served.Length };
            return Result.Whole(EdgeResponse.From(whole, EdgeResponse.Miss, now), Keep(key, whole));
        }
    }

    // What the regional edge caches keep is as the origin sent it: the points of presence compress.
    private bool Compresses(OriginResponse response, IHeaderDictionary headers, string accepted) =>
        _request.Method == "GET" && !exchange.Location.IsRegional
        && Compression.Applies(_behavior, accepted, response.Status, headers, response.Length);

    private Result StoreWhileStreaming(string key, OriginResponse response, CacheEntry entry)
    {
        var kept = new TaskCompletionSource<CacheEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var headers = entry.Headers.Copy();

        // What broke off takes nothing away: an entry that has expired may still have to stand in for the origin.
        var body = new KeptBody(
            response.Body, _cache.LargestBody, bytes => kept.SetResult(bytes is null ? null : Keep(key, WithBody(entry, bytes))));
        return new(EdgeResponse.Through(response, headers, body) with { FreshUntil = entry.FreshUntil }, kept.Task);
    }

    private CacheEntry WithBody(CacheEntry entry, byte[] bytes) => entry with
    {
        Body = bytes,
        Length = bytes.Length,
        Part = entry.Status == 206 ? ObjectPart.From(_lookup.Key, entry.Headers.ContentRange.ToString(), bytes.Length) : null,
    };

    // What is not kept is compressed all the same.
    private async Task<Result> WholeOrThroughAsync(OriginResponse response, IHeaderDictionary headers)
    {
        var accepted = AcceptEncoding.Normalize(_request, _behavior.Cache);
        if (!Compresses(response, headers, accepted))
        {
            return Result.NotKept(EdgeResponse.Through(response, headers));
        }

        using (response)
        {
            var body = await LimitedBody.ReadAsync(response.Body, long.MaxValue);
            return Result.NotKept(EdgeResponse.Whole(response.Status, headers, Compression.Apply(accepted, headers, body.Bytes)));
        }
    }

    // What must be asked about each time is not another viewer's response, and neither is a part.
    private CacheEntry? Keep(string key, CacheEntry entry)
    {
        if (!_entries.Keeps(entry) || _cache.Removals != _lookup.Removals)
        {
            _cache.Remove(key);
            return null;
        }

        _cache.Put(key, entry);
        return entry.FreshUntil > entry.Since && entry.Status != 206 ? entry : null;
    }

    /// <summary>What the fetch brings.</summary>
    /// <param name="Response">What the viewer gets; its body may still be coming.</param>
    /// <param name="Kept">Ends with the entry that others may be given, or with null.</param>
    internal sealed record Result(EdgeResponse Response, Task<CacheEntry?> Kept)
    {
        private static readonly Task<CacheEntry?> Nothing = Task.FromResult<CacheEntry?>(null);

        /// <summary>What no other viewer may be given.</summary>
        public static Result NotKept(EdgeResponse response) => new(response, Nothing);

        /// <summary>What is at hand already.</summary>
        public static Result Whole(EdgeResponse response, CacheEntry? kept) => new(response, Task.FromResult(kept));
    }
}
