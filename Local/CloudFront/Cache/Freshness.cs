using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// How long a response is kept (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html), and an error
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html,
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html).
/// </summary>
internal static class Freshness
{
    private static readonly HashSet<int> ErrorsAlwaysCached = [404, 405, 410, 414, 500, 501, 502, 503, 504];
    private static readonly HashSet<int> ErrorsCachedByMaxAge = [400, 403, 412, 415];
    private static readonly HashSet<int> ErrorsThatMayForbidIt = [404, 410, 414, 501];

    /// <summary>The time to live; zero: kept, but asked about each time; null: not kept.</summary>
    /// <param name="policy">The behavior's cache policy.</param>
    /// <param name="status">The origin's status code.</param>
    /// <param name="headers">The origin's headers.</param>
    /// <param name="errorTtl">The least time that an error with this status is cached.</param>
    /// <param name="now">When the response came.</param>
    public static TimeSpan? TimeToLive(
        CachePolicy policy, int status, IHeaderDictionary headers, TimeSpan errorTtl, DateTimeOffset now)
    {
        if (!policy.Caches)
        {
            return null;
        }

        var control = CacheControl.Read(headers, now);
        control = control with { Lifetime = Left(control.Lifetime, control.Age) };
        return status >= 400 ? OfError(policy, status, control, errorTtl)
            : IsCached(status, control, headers) ? OfResponse(policy, control, headers)
            : null;
    }

    // A status that says nothing of its own about caching is kept for as long as the origin says (RFC 9111 section 3).
    private static bool IsCached(int status, CacheControl control, IHeaderDictionary headers) => status switch
    {
        200 or 203 or 204 or 300 or 301 or 302 or 303 => true,
        206 or 304 => false,

        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-3xx-status-codes.html
        307 or 308 => headers.CacheControl.Count > 0,
        _ => control.Lifetime is not null,
    };

    // RFC 9111 section 4.2.3: the time that the response has been elsewhere is over.
    private static TimeSpan? Left(TimeSpan? lifetime, TimeSpan age) => lifetime is { } whole ? Larger(whole - age, TimeSpan.Zero) : null;

    private static TimeSpan? OfError(CachePolicy policy, int status, CacheControl control, TimeSpan errorTtl)
    {
        var kept = control.ByMaxAge || ErrorsAlwaysCached.Contains(status);
        var forbidden = control.Restricted && ErrorsThatMayForbidIt.Contains(status);
        if (forbidden || !kept || !(ErrorsAlwaysCached.Contains(status) || ErrorsCachedByMaxAge.Contains(status)))
        {
            return null;
        }

        // Where no-cache, no-store and private cannot forbid it, a lifetime in addition to them does not count either.
        var ttl = control is { Restricted: false, Lifetime: { } lifetime } ? Larger(Smaller(lifetime, policy.MaxTtl), errorTtl) : errorTtl;
        return ttl > TimeSpan.Zero ? ttl : null;
    }

    private static TimeSpan? OfResponse(CachePolicy policy, CacheControl control, IHeaderDictionary headers)
    {
        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Content
        // Negotiation": a minimum TTL makes it a response like any other.
        if (policy.MinTtl == TimeSpan.Zero && IsUnpredictable(headers))
        {
            return null;
        }

        if (control.Restricted)
        {
            return policy.MinTtl > TimeSpan.Zero ? policy.MinTtl : control.Storable ? TimeSpan.Zero : null;
        }

        return control.Lifetime is { } lifetime
            ? Larger(policy.MinTtl, Smaller(lifetime, policy.MaxTtl))
            : Larger(policy.MinTtl, policy.DefaultTtl);
    }

    private static bool IsUnpredictable(IHeaderDictionary headers) =>
        headers.Vary.Any(line => line?.Contains('*', StringComparison.Ordinal) == true);

    private static TimeSpan Larger(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
