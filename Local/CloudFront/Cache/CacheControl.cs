using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// What an origin's response says of its freshness: <c>Cache-Control</c>, <c>Expires</c> and <c>Age</c>
/// (https://www.rfc-editor.org/rfc/rfc9111#section-5).
/// </summary>
internal sealed record CacheControl
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromSeconds(int.MaxValue);

    /// <summary>From <c>s-maxage</c>, else <c>max-age</c>, else <c>Expires</c>; null: there is none of them.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Whether it came from <c>s-maxage</c> or <c>max-age</c>.</summary>
    public bool ByMaxAge { get; private init; }

    /// <summary>Whether there is <c>no-cache</c>, <c>no-store</c> or <c>private</c>.</summary>
    public bool Restricted { get; private init; }

    /// <summary>Whether there is neither <c>no-store</c> nor <c>private</c>.</summary>
    public bool Storable { get; private init; }

    /// <summary>Whether others may get it though its request carried credentials (RFC 9111 section 3.5).</summary>
    public bool AllowsAuthorized { get; private init; }

    /// <summary>How long it may be served stale while it is asked about.</summary>
    public TimeSpan StaleWhileRevalidate { get; private init; }

    /// <summary>How long it may be served stale when the origin is in trouble; null: for as long as it is there.</summary>
    public TimeSpan? StaleIfError { get; private init; }

    /// <summary>How old it was when it came.</summary>
    public TimeSpan Age { get; private init; }

    /// <summary>Reads the headers.</summary>
    public static CacheControl Read(IHeaderDictionary headers, DateTimeOffset now)
    {
        var directives = CacheDirectives.Read(headers.CacheControl);
        var byMaxAge = directives.Seconds("s-maxage") ?? directives.Seconds("max-age");
        var restricted = directives.Has("no-cache") || directives.Has("no-store") || directives.Has("private");
        var revalidates = restricted || directives.Has("must-revalidate") || directives.Has("proxy-revalidate");
        return new()
        {
            Lifetime = byMaxAge ?? Expiry(headers, now) ?? Unreadable(directives),
            ByMaxAge = byMaxAge is not null,
            Restricted = restricted,
            Storable = !directives.Has("no-store") && !directives.Has("private"),
            AllowsAuthorized = directives.Has("public") || directives.Has("s-maxage") || directives.Has("must-revalidate"),
            StaleWhileRevalidate = revalidates ? TimeSpan.Zero : directives.Seconds("stale-while-revalidate") ?? TimeSpan.Zero,
            StaleIfError = revalidates ? TimeSpan.Zero
                : directives.Seconds("stale-if-error") ?? (directives.Has("s-maxage") ? TimeSpan.Zero : null),
            Age = ReadAge(headers),
        };
    }

    // RFC 9111 section 4.2.1: a response whose freshness cannot be read is stale.
    private static TimeSpan? Unreadable(CacheDirectives directives) =>
        directives.Has("s-maxage") || directives.Has("max-age") ? TimeSpan.Zero : null;

    // The first value of the header; zero where there is none that can be read.
    private static TimeSpan ReadAge(IHeaderDictionary headers)
    {
        var first = headers.Age.Count == 0 ? "" : (headers.Age[0] ?? "").Split(',')[0].Trim();
        if (first.Length == 0 || !first.All(char.IsAsciiDigit))
        {
            return TimeSpan.Zero;
        }

        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : LongestAge;
    }

    private static TimeSpan? Expiry(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers.Expires.Count == 0)
        {
            return null;
        }

        // A date that cannot be read, such as 0, is in the past. By the origin's own clock, where it sends its time.
        var since = HttpDate.Read(headers.Date, now) ?? now;
        return HttpDate.Read(headers.Expires.Count == 1 ? headers.Expires[0] : null, now) is { } expires && expires > since
            ? expires - since
            : TimeSpan.Zero;
    }
}
