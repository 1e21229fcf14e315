using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// How long an answer is kept (developer guide of CloudFront, "Manage how long content stays in the cache", "How CloudFront
/// processes HTTP 4xx and 5xx status codes from your origin" and "Control how long CloudFront caches errors").
/// </summary>
internal static class Freshness
{
    private static readonly HashSet<int> ErrorsAlwaysCached = [404, 405, 410, 414, 500, 501, 502, 503, 504];
    private static readonly HashSet<int> ErrorsCachedByMaxAge = [400, 403, 412, 415];
    private static readonly HashSet<int> ErrorsThatMayForbidIt = [404, 410, 414, 501];
    private static readonly HashSet<int> Cached = [200, 203, 204, 300, 301, 302, 303, 307, 308];

    /// <summary>The time to live; zero: kept, but asked about each time; null: not kept.</summary>
    /// <param name="policy">The behavior's cache policy.</param>
    /// <param name="status">The origin's status code.</param>
    /// <param name="headers">The origin's headers.</param>
    /// <param name="errorTtl">The least time that an error with this status is cached.</param>
    /// <param name="now">When the answer came.</param>
    public static TimeSpan? TimeToLive(
        CachePolicy policy, int status, IHeaderDictionary headers, TimeSpan errorTtl, DateTimeOffset now)
    {
        if (!policy.Caches)
        {
            return null;
        }

        var said = CacheControl.Of(headers, now);
        said = said with { Lifetime = Left(said.Lifetime, ResponseAge.Of(headers)) };
        return status >= 400 ? OfError(policy, status, said, errorTtl) : Cached.Contains(status) ? OfAnswer(policy, said, headers) : null;
    }

    // RFC 9111 section 4.2.3: the time that the answer has been elsewhere is over.
    private static TimeSpan? Left(TimeSpan? lifetime, TimeSpan age) => lifetime is { } whole ? Larger(whole - age, TimeSpan.Zero) : null;

    private static TimeSpan? OfError(CachePolicy policy, int status, CacheControl said, TimeSpan errorTtl)
    {
        var kept = said.ByMaxAge || ErrorsAlwaysCached.Contains(status);
        var forbidden = said.Restricted && ErrorsThatMayForbidIt.Contains(status);
        if (forbidden || !kept || !(ErrorsAlwaysCached.Contains(status) || ErrorsCachedByMaxAge.Contains(status)))
        {
            return null;
        }

        // Where no-cache, no-store and private cannot forbid it, the lifetime that stands beside them does not count either.
        var ttl = said is { Restricted: false, Lifetime: { } lifetime } ? Larger(Smaller(lifetime, policy.MaxTtl), errorTtl) : errorTtl;
        return ttl > TimeSpan.Zero ? ttl : null;
    }

    private static TimeSpan? OfAnswer(CachePolicy policy, CacheControl said, IHeaderDictionary headers)
    {
        if (said.Restricted || IsUnpredictable(headers))
        {
            return policy.MinTtl > TimeSpan.Zero ? policy.MinTtl : said.Storable && !IsUnpredictable(headers) ? TimeSpan.Zero : null;
        }

        return said.Lifetime is { } lifetime
            ? Larger(policy.MinTtl, Smaller(lifetime, policy.MaxTtl))
            : Larger(policy.MinTtl, policy.DefaultTtl);
    }

    private static bool IsUnpredictable(IHeaderDictionary headers) =>
        headers.Vary.Any(line => line?.Contains('*', StringComparison.Ordinal) == true);

    private static TimeSpan Larger(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
