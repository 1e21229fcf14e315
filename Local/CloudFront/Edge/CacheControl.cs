using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront;

/// <summary>What the headers of an origin's answer say of its freshness (RFC 9111 section 5.2 and 5.3).</summary>
/// <param name="Lifetime">From <c>s-maxage</c>, else <c>max-age</c>, else <c>Expires</c>; null: they say nothing.</param>
/// <param name="ByMaxAge">Whether it came from <c>s-maxage</c> or <c>max-age</c>.</param>
/// <param name="Restricted">Whether <c>no-cache</c>, <c>no-store</c> or <c>private</c> stands there.</param>
/// <param name="Storable">Whether neither <c>no-store</c> nor <c>private</c> stands there.</param>
/// <param name="ServesStale">Whether nothing forbids answering with it when the origin is in trouble.</param>
internal sealed record CacheControl(TimeSpan? Lifetime, bool ByMaxAge, bool Restricted, bool Storable, bool ServesStale)
{
    /// <summary>Reads the headers.</summary>
    public static CacheControl Of(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (!CacheControlHeaderValue.TryParse(headers.CacheControl.ToString(), out var control))
        {
            control = new();
        }

        var byMaxAge = control.SharedMaxAge ?? control.MaxAge;
        return new(
            byMaxAge ?? Expiry(headers, now),
            byMaxAge is not null,
            control.NoCache || control.NoStore || control.Private,
            !control.NoStore && !control.Private,
            !(control.NoCache || control.NoStore || control.Private || control.MustRevalidate || control.ProxyRevalidate));
    }

    private static TimeSpan? Expiry(IHeaderDictionary headers, DateTimeOffset now)
    {
        if (headers.Expires.Count == 0)
        {
            return null;
        }

        // A date that cannot be read, such as 0, lies in the past.
        return DateTimeOffset.TryParseExact(
                headers.Expires.ToString(), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires)
            && expires > now
                ? expires - now
                : TimeSpan.Zero;
    }
}
