using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// Fetches an object for the cache: whole, without the viewer's own conditions, with those of the entry that is to be
/// confirmed (RFC 9111 section 4.3).
/// </summary>
internal sealed class OriginFetch(
    EdgeCache cache, TimeProvider time, Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
{
    private static readonly string[] OfTheViewer =
        ["If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Range"];

    /// <summary>Sends to the behaviour's origin.</summary>
    public static Task<OriginResponse> SendAsync(Behaviour behaviour, OriginRequest request, CancellationToken cancellation) =>
        behaviour.Origin.Transport.SendAsync(request, cancellation);

    /// <summary>
    /// The answer, with the entry that others may be given; no answer when the object is too large for the cache and the
    /// viewer wants only a part, which the origin must then give itself.
    /// </summary>
    public async Task<(CacheEntry? Kept, EdgeResponse? Response)> RunAsync(string key, CacheEntry? stale)
    {
        // Others wait for this answer, so it does not end with the viewer who asked first.
        OriginResponse response;
        try
        {
            response = await SendAsync(behaviour, ForTheCache(stale), CancellationToken.None);
        }
        catch (OriginException) when (stale?.ServesStale == true)
        {
            return KeepServing(key, stale);
        }

        if (response.Status == 304 && stale is not null)
        {
            using (response)
            {
                var confirmed = Confirm(stale, response);
                cache.Put(key, confirmed);
                return (confirmed, EdgeResponse.Of(confirmed, EdgeResponse.RefreshHit, time.GetUtcNow()));
            }
        }

        if (response.Status >= 500 && stale?.ServesStale == true)
        {
            response.Dispose();
            return KeepServing(key, stale);
        }

        return await ReceiveAsync(key, response);
    }

    private OriginRequest ForTheCache(CacheEntry? stale)
    {
        var origin = OriginRequestStep.Build(behaviour, request, requestId);
        foreach (var name in OfTheViewer)
        {
            origin.Headers.Remove(name);
        }

        if (stale?.OriginETag is { } etag)
        {
            origin.Headers.IfNoneMatch = etag;
        }

        if (stale?.Headers.LastModified is { Count: > 0 } modified)
        {
            origin.Headers.IfModifiedSince = modified;
        }

        return origin;
    }

    // The origin is in trouble: what is there goes on for as long as an error would be cached.
    private (CacheEntry? Kept, EdgeResponse? Response) KeepServing(string key, CacheEntry stale)
    {
        var now = time.GetUtcNow();
        var extended = stale with { FreshUntil = now + distribution.ErrorTtl(504) };
        cache.Put(key, extended);
        return (extended, EdgeResponse.Of(extended, EdgeResponse.Hit, now));
    }

    private CacheEntry Confirm(CacheEntry stale, OriginResponse response)
    {
        var now = time.GetUtcNow();
        var headers = new HeaderDictionary();
        foreach (var (name, values) in stale.Headers)
        {
            headers[name] = values;
        }

        // RFC 9111 section 3.2: what the confirmation says replaces what was stored, but nothing about the body.
        foreach (var (name, values) in OriginResponseStep.Headers(behaviour, response, now))
        {
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && name is not ("ETag" or "Vary"))
            {
                headers[name] = values;
            }
        }

        var ttl = Freshness.TimeToLive(behaviour.Cache, stale.Status, headers, distribution.ErrorTtl(stale.Status), now);
        return stale with { Headers = headers, Since = now, FreshUntil = now + (ttl ?? TimeSpan.Zero) };
    }

    private async Task<(CacheEntry? Kept, EdgeResponse? Response)> ReceiveAsync(string key, OriginResponse response)
    {
        var now = time.GetUtcNow();
        var headers = OriginResponseStep.Headers(behaviour, response, now);
        var ttl = Freshness.TimeToLive(behaviour.Cache, response.Status, headers, distribution.ErrorTtl(response.Status), now);
        var body = response.Length > cache.LargestBody ? null : await LimitedBody.ReadAsync(response.Body, cache.LargestBody);
        if (body is not { IsWhole: true })
        {
            cache.Remove(key);
            return (null, Stream(response, headers, body));
        }

        using (response)
        {
            var accepted = AcceptEncoding.Normalize(request, behaviour.Cache);
            var etag = headers.ETag.ToString() is { Length: > 0 } said ? said : null;
            var served = Compression.Apply(
                behaviour, accepted, response.Status, headers, body.Bytes, response.Length is not null && request.Method == "GET");
            var entry = new CacheEntry
            {
                Status = response.Status,
                Headers = headers,
                Body = served,
                Length = request.Method == "HEAD" ? response.Length ?? 0 : served.Length,
                Since = now,
                FreshUntil = now + (ttl ?? TimeSpan.Zero),
                OriginETag = etag,
                ServesStale = response.Status < 400 && CacheControl.Of(headers, now).ServesStale,
            };
            var kept = ttl is not null && Keeps(ttl.Value, entry);
            if (kept)
            {
                cache.Put(key, entry);
            }
            else
            {
                cache.Remove(key);
            }

            // What must be asked about each time is not another viewer's answer.
            return (kept && ttl > TimeSpan.Zero ? entry : null, EdgeResponse.Of(entry, EdgeResponse.Miss, now));
        }
    }

    // An entry that is asked about each time needs something to ask with; and who is asked for must be in the key, or the
    // origin would confirm one viewer's answer for another.
    private bool Keeps(TimeSpan ttl, CacheEntry entry) => ttl > TimeSpan.Zero
        || ((entry.OriginETag is not null || entry.Headers.LastModified.Count > 0) && !AsksForSomeone());

    private bool AsksForSomeone() =>
        (request.Headers.ContainsKey("Authorization") && !behaviour.Cache.Headers.Takes("Authorization", StringComparer.OrdinalIgnoreCase))
        || (request.Headers.ContainsKey("Cookie") && behaviour.Cache.Cookies.Kind != SelectionKind.All);

    private EdgeResponse? Stream(OriginResponse response, IHeaderDictionary headers, LimitedBody? beginning)
    {
        if (request.Headers.ContainsKey("Range"))
        {
            response.Dispose();
            return null;
        }

        return new()
        {
            Status = response.Status,
            Headers = headers,
            XCache = response.Status >= 400 ? EdgeResponse.Error : EdgeResponse.Miss,
            Bytes = beginning?.Bytes,
            Streaming = response,
            Length = response.Length,
        };
    }
}
