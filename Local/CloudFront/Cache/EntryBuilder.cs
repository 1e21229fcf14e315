using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>Makes entries of the cache from what an origin answers, and knows which may be kept.</summary>
internal sealed class EntryBuilder(Distribution distribution, CacheBehavior behavior, ViewerRequest request)
{
    // What describes the stored bytes stays with them (RFC 9111 section 3.2); compression here has changed ETag and Vary.
    private static readonly HashSet<string> OfTheStoredBody = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Encoding", "Content-Length", "Content-MD5", "Content-Range", "ETag", "Vary",
    };

    /// <summary>How long the answer is kept; null: not at all.</summary>
    public TimeSpan? TimeToLive(OriginResponse response, IHeaderDictionary headers, DateTimeOffset now)
    {
        // What answers the viewer's own conditions is nobody else's answer, but a part is that of whoever asks for the same.
        var isPart = response.Status == 206 && ViewerConditions.AsksForPartOnly(request);
        var status = isPart ? 200 : response.Status;
        return ViewerConditions.Has(request.Headers) && status != 200
            ? null
            : Freshness.TimeToLive(behavior.Cache, status, headers, distribution.ErrorTtl(status), now);
    }

    /// <summary>The entry, still without its body.</summary>
    public CacheEntry Build(
        OriginResponse response, IHeaderDictionary headers, TimeSpan ttl, DateTimeOffset begun, DateTimeOffset now) => Timed(
        new CacheEntry
        {
            Status = response.Status,
            Distribution = distribution.Id,
            Path = request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}",
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
    public CacheEntry Confirm(CacheEntry stale, OriginResponse response, DateTimeOffset begun, DateTimeOffset now)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, values) in stale.Headers)
        {
            headers[name] = values;
        }

        headers.Remove("Age");
        foreach (var (name, values) in OriginResponseStep.Headers(behavior, response, now))
        {
            if (!OfTheStoredBody.Contains(name))
            {
                headers[name] = values;
            }
        }

        var ttl = Freshness.TimeToLive(behavior.Cache, stale.Status, headers, distribution.ErrorTtl(stale.Status), now);
        return Timed(stale with { Headers = headers, Since = now }, headers, ttl ?? TimeSpan.Zero, begun, now);
    }

    /// <summary>
    /// Whether an entry may be kept. One that is asked about each time needs something to ask with; and whoever is asked for
    /// must be in the key, or the origin would confirm one viewer's answer for another.
    /// </summary>
    public bool Keeps(CacheEntry entry)
    {
        if (HasOthersCredentials() && !CacheControl.Of(entry.Headers, entry.Since).AllowsAuthorized)
        {
            return false;
        }

        return entry.FreshUntil > entry.Since || entry.StaleWhileRevalidateUntil > entry.Since
            || ((entry.OriginETag is not null || entry.Headers.LastModified.Count > 0) && !AsksForSomeone());
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html, "Serve stale content": both end with
    // the maximum TTL, and without stale-if-error an object is served for as long as it is there.
    private CacheEntry Timed(CacheEntry entry, IHeaderDictionary headers, TimeSpan ttl, DateTimeOffset begun, DateTimeOffset now)
    {
        var said = CacheControl.Of(headers, now);
        var last = now + behavior.Cache.MaxTtl;
        var fresh = now + ttl;
        var error = entry.Status >= 400 ? TimeSpan.Zero : said.StaleIfError;
        return entry with
        {
            FreshUntil = fresh,
            InitialAge = ResponseAge.Of(headers) + (now - begun),
            StaleWhileRevalidateUntil = Earlier(fresh + said.StaleWhileRevalidate, last),
            StaleIfErrorUntil = error is { } limited ? fresh + limited : DateTimeOffset.MaxValue,
        };
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // https://www.rfc-editor.org/rfc/rfc9111#section-3.5: what an Authorization brought, that is not in the key, is the caller's own.
    private bool HasOthersCredentials() =>
        request.Headers.ContainsKey("Authorization")
        && OriginRequestStep.PolicyTakes(behavior, "Authorization")
        && !behavior.Cache.Headers.Takes("Authorization", StringComparer.OrdinalIgnoreCase);

    private bool AsksForSomeone() =>
        (request.Headers.ContainsKey("Authorization") && !behavior.Cache.Headers.Takes("Authorization", StringComparer.OrdinalIgnoreCase))
        || (request.Headers.ContainsKey("Cookie") && behavior.Cache.Cookies.Kind != SelectionKind.All);
}
