using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>Makes entries of the cache from the responses of an origin, and knows which may be kept.</summary>
internal sealed class EntryBuilder(EdgeExchange exchange)
{
    // What describes the stored bytes stays with them (RFC 9111 section 3.2); compression here has changed ETag and Vary.
    private static readonly HashSet<string> OfTheStoredBody = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Encoding", "Content-Length", "Content-MD5", "Content-Range", "ETag", "Vary",
    };

    private readonly Distribution _distribution = exchange.Distribution!;
    private readonly CacheBehavior _behavior = exchange.Behavior!;
    private readonly ViewerRequest _request = exchange.Request;

    /// <summary>How long the response is kept; null: not at all.</summary>
    public TimeSpan? TimeToLive(OriginResponse response, IHeaderDictionary headers, DateTimeOffset now)
    {
        // The response to the viewer's own conditions is nobody else's, but a part is for whoever asks for the same part.
        var isPart = response.Status == 206 && ViewerConditions.AskForPartOnly(_request);
        var status = isPart ? 200 : response.Status;
        var ttl = ViewerConditions.AreIn(_request.Headers) && status != 200
            ? null
            : Freshness.TimeToLive(_behavior.Cache, status, headers, _distribution.ErrorTtl(status), now);
        return NoLongerThan(response.FreshUntil, ttl, now);
    }

    /// <summary>The entry, still without its body.</summary>
    public CacheEntry Build(
        OriginResponse response, IHeaderDictionary headers, TimeSpan ttl, DateTimeOffset begun, DateTimeOffset now) => Timed(
        new CacheEntry
        {
            Status = response.Status,
            Distribution = _distribution.Id,
            Path = CacheKey.PathOf(_request, _behavior.Cache),
            Headers = headers,
            Body = default,
            Length = 0,
            Since = now,
            FreshUntil = now,
            OriginETag = headers.ETag.ToString() is { Length: > 0 } etag ? etag : null,
        },
        headers,
        ttl,
        begun,
        now);

    /// <summary>The entry that the origin has confirmed.</summary>
    public CacheEntry Confirm(CacheEntry expired, OriginResponse response, DateTimeOffset begun, DateTimeOffset now)
    {
        var headers = expired.Headers.Copy();
        headers.Remove("Age");
        foreach (var (name, values) in OriginResponseHeaders.From(response, _behavior, now))
        {
            if (!OfTheStoredBody.Contains(name))
            {
                headers[name] = values;
            }
        }

        var ttl = Freshness.TimeToLive(_behavior.Cache, expired.Status, headers, _distribution.ErrorTtl(expired.Status), now);
        ttl = NoLongerThan(response.FreshUntil, ttl, now);
        return Timed(expired with { Headers = headers, Since = now }, headers, ttl ?? TimeSpan.Zero, begun, now);
    }

    /// <summary>
    /// Whether an entry may be kept. One that is asked about each time needs something to ask with; and whoever it is for must be in
    /// the key, or the origin would confirm one viewer's response for another. What the origin forbids to store with its confirmation
    /// is forgotten.
    /// </summary>
    public bool Keeps(CacheEntry entry)
    {
        var control = CacheControl.Read(entry.Headers, entry.Since);
        if (HasOthersCredentials() && !control.AllowsAuthorized)
        {
            return false;
        }

        return entry.FreshUntil > entry.Since || entry.StaleWhileRevalidateUntil > entry.Since
            || (control.Storable && (entry.OriginETag is not null || entry.Headers.LastModified.Count > 0) && !AsksForSomeone());
    }

    // What comes from a regional edge cache is fresh for no longer than it is there, or each cache would add its own time.
    private static TimeSpan? NoLongerThan(DateTimeOffset? until, TimeSpan? ttl, DateTimeOffset now) =>
        until is { } end && ttl > end - now ? (end > now ? end - now : TimeSpan.Zero) : ttl;

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html, "Serve stale content": both end with
    // the maximum TTL, and without stale-if-error an object is served for as long as it is there.
    private CacheEntry Timed(CacheEntry entry, IHeaderDictionary headers, TimeSpan ttl, DateTimeOffset begun, DateTimeOffset now)
    {
        var control = CacheControl.Read(headers, now);
        var last = now + _behavior.Cache.MaxTtl;
        var fresh = now + ttl;
        var error = entry.Status >= 400 ? TimeSpan.Zero : control.StaleIfError;
        return entry with
        {
            FreshUntil = fresh,
            InitialAge = control.Age + (now - begun),
            StaleWhileRevalidateUntil = Earlier(fresh + control.StaleWhileRevalidate, last),
            StaleIfErrorUntil = error is { } limited ? fresh + limited : DateTimeOffset.MaxValue,
        };
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // https://www.rfc-editor.org/rfc/rfc9111#section-3.5: what an Authorization brought, that is not in the key, is the caller's own.
    private bool HasOthersCredentials() =>
        _request.Headers.ContainsKey("Authorization")
        && _behavior.TakesHeader("Authorization")
        && !_behavior.Cache.Headers.Takes("Authorization", StringComparer.OrdinalIgnoreCase);

    private bool AsksForSomeone() =>
        (_request.Headers.ContainsKey("Authorization") && !_behavior.Cache.Headers.Takes("Authorization", StringComparer.OrdinalIgnoreCase))
        || (_request.Headers.ContainsKey("Cookie") && _behavior.Cache.Cookies.Kind != SelectionKind.All);
}
