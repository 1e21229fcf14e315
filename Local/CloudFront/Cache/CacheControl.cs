using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>What the headers of an origin's answer say of its freshness (RFC 9111 section 5.2 and 5.3).</summary>
internal sealed record CacheControl
{
    /// <summary>From <c>s-maxage</c>, else <c>max-age</c>, else <c>Expires</c>; null: they say nothing.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Whether it came from <c>s-maxage</c> or <c>max-age</c>.</summary>
    public bool ByMaxAge { get; private init; }

    /// <summary>Whether <c>no-cache</c>, <c>no-store</c> or <c>private</c> stands there.</summary>
    public bool Restricted { get; private init; }

    /// <summary>Whether neither <c>no-store</c> nor <c>private</c> stands there.</summary>
    public bool Storable { get; private init; }

    /// <summary>Whether it is allowed to others though its request carried credentials (RFC 9111 section 3.5).</summary>
    public bool AllowsAuthorized { get; private init; }

    /// <summary>How long it may be served stale while it is asked about.</summary>
    public TimeSpan StaleWhileRevalidate { get; private init; }

    /// <summary>How long it may be served stale when the origin is in trouble; null: for as long as it is there.</summary>
    public TimeSpan? StaleIfError { get; private init; }

    /// <summary>Reads the headers.</summary>
    public static CacheControl Of(IHeaderDictionary headers, DateTimeOffset now)
    {
        var said = CacheDirectives.Read(headers.CacheControl);
        var byMaxAge = said.Seconds("s-maxage") ?? said.Seconds("max-age");
        var restricted = said.Has("no-cache") || said.Has("no-store") || said.Has("private");
        var revalidates = restricted || said.Has("must-revalidate") || said.Has("proxy-revalidate");
        return new()
        {
            Lifetime = byMaxAge ?? Expiry(headers, now) ?? Unreadable(said),
            ByMaxAge = byMaxAge is not null,
            Restricted = restricted,
            Storable = !said.Has("no-store") && !said.Has("private"),
            AllowsAuthorized = said.Has("public") || said.Has("s-maxage") || said.Has("must-revalidate"),
            StaleWhileRevalidate = revalidates ? TimeSpan.Zero : said.Seconds("stale-while-revalidate") ?? TimeSpan.Zero,
            StaleIfError = revalidates ? TimeSpan.Zero
                : said.Seconds("stale-if-error") ?? (said.Has("s-maxage") ? TimeSpan.Zero : null),
        };
    }

    // RFC 9111 section 4.2.1: an answer whose freshness cannot be read is stale.
    private static TimeSpan? Unreadable(CacheDirectives said) =>
        said.Has("s-maxage") || said.Has("max-age") ? TimeSpan.Zero : null;

    private static TimeSpan? Expiry(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers.Expires.Count == 0)
        {
            return null;
        }

        // A date that cannot be read, such as 0, lies in the past. By the origin's own clock, where it says what that shows.
        var since = HttpDate.Read(headers.Date) ?? now;
        return HttpDate.Read(headers.Expires.Count == 1 ? headers.Expires[0] : null) is { } expires && expires > since
            ? expires - since
            : TimeSpan.Zero;
    }
}
