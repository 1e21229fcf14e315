using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]

    // Minimum TTL 0.
    [InlineData(0, "max-age=60", null, 60)]
    [InlineData(0, "max-age=9999", null, 1000)]
    [InlineData(0, "max-age=60, s-maxage=90", null, 90)]
    [InlineData(0, "max-age=0", null, 0)]
    [InlineData(0, null, null, 100)]
    [InlineData(0, null, "Sun, 22 Nov 2026 10:00:30 GMT", 30)]
    [InlineData(0, null, "Sun, 22 Nov 2026 09:00:00 GMT", 0)]
    [InlineData(0, null, "0", 0)]
    [InlineData(0, "max-age=60", "Sun, 22 Nov 2026 10:00:30 GMT", 60)]
    [InlineData(0, "no-cache", null, 0)]
    [InlineData(0, "no-store", null, null)]
    [InlineData(0, "private, max-age=60", null, null)]
    [InlineData(0, "public", null, 100)]

    // What cannot be read is ignored alone.
    [InlineData(0, "no-store, max-age=99999999999", null, null)]
    [InlineData(0, "private, max-age=abc", null, null)]
    [InlineData(0, "no-store, foo=\"bar", null, null)]
    [InlineData(0, "foo=\"bar, no-store", null, null)]
    [InlineData(0, "private=\"Set-Cookie\", max-age=60", null, null)]
    [InlineData(0, "foo=\"private\", max-age=60", null, 60)]
    [InlineData(0, "max-age=3153600000", null, 1000)]
    [InlineData(0, "max-age=999999999999999999999999", null, 1000)]
    [InlineData(0, "s-maxage=abc, max-age=60", null, 60)]
    [InlineData(0, "max-age=abc", null, 0)]
    [InlineData(0, "max-age=-60", null, 0)]
    [InlineData(0, "max-age=\"60\"", null, 60)]
    [InlineData(0, null, "Sunday, 22-Nov-26 10:00:30 GMT", 30)]
    [InlineData(0, null, "Sun Nov 22 10:00:30 2026", 30)]
    [InlineData(0, null, "Sunday, 22-Nov-50 10:00:30 GMT", 1000)]
    [InlineData(0, null, "SUN, 22 nov 2026 10:00:30 gMT", 30)]
    [InlineData(0, null, "Sun, 22  Nov  2026 10:00:30 GMT", 0)]

    // Minimum TTL above 0.
    [InlineData(50, "max-age=20", null, 50)]
    [InlineData(50, "max-age=60", null, 60)]
    [InlineData(50, "max-age=9999", null, 1000)]
    [InlineData(50, "no-store", null, 50)]
    [InlineData(50, "private", null, 50)]
    [InlineData(500, null, null, 500)]
    [InlineData(50, null, "Sun, 22 Nov 2026 10:00:30 GMT", 50)]
    public void TimeToLive_OfAnAnswer_FollowsTheDocumentedTable(int minimum, string? cacheControl, string? expires, int? seconds) =>
        Assert.Equal(Seconds(seconds), Freshness.TimeToLive(
            Policy(minimum), 200, Headers(cacheControl, expires), TimeSpan.FromSeconds(10), Now));

    [Theory]
    [InlineData(404, null, 10)]
    [InlineData(404, "max-age=60", 60)]
    [InlineData(404, "max-age=5", 10)]
    [InlineData(404, "max-age=9999", 1000)]
    [InlineData(404, "no-store", null)]
    [InlineData(404, "private", null)]
    [InlineData(410, null, 10)]
    [InlineData(410, "no-cache", null)]
    [InlineData(414, "private", null)]
    [InlineData(501, "no-store", null)]
    [InlineData(405, "no-store", 10)]
    [InlineData(500, null, 10)]
    [InlineData(500, "private", 10)]
    [InlineData(502, "no-cache", 10)]
    [InlineData(503, null, 10)]
    [InlineData(503, "no-store", 10)]
    [InlineData(503, "no-store, max-age=60", 10)]
    [InlineData(403, "no-store", null)]
    [InlineData(403, null, null)]
    [InlineData(403, "max-age=60", 60)]
    [InlineData(412, null, null)]
    [InlineData(401, "max-age=60", null)]
    [InlineData(409, null, null)]
    [InlineData(416, "max-age=60", null)]
    [InlineData(206, "max-age=60", null)]
    [InlineData(301, "max-age=60", 60)]
    [InlineData(201, null, null)]
    [InlineData(202, "max-age=60", 60)]
    [InlineData(299, "max-age=60", 60)]
    [InlineData(304, "max-age=60", null)]
    [InlineData(301, null, 100)]
    [InlineData(302, null, 100)]
    [InlineData(307, null, null)]
    [InlineData(307, "max-age=60", 60)]
    [InlineData(308, null, null)]
    [InlineData(308, "public", 100)]
    [InlineData(308, "no-store", null)]
    public void TimeToLive_ByStatus_FollowsTheDocumentedLists(int status, string? cacheControl, int? seconds) =>
        Assert.Equal(Seconds(seconds), Freshness.TimeToLive(
            Policy(0), status, Headers(cacheControl, null), TimeSpan.FromSeconds(10), Now));

    [Theory]
    [InlineData(503, "Sun, 22 Nov 2026 10:00:30 GMT", 30)]
    [InlineData(503, "Sun, 22 Nov 2026 10:00:05 GMT", 10)]
    [InlineData(403, "Sun, 22 Nov 2026 10:00:30 GMT", null)]
    public void TimeToLive_OfAnErrorWithADate_IsTheLongerOfTheTwo(int status, string expires, int? seconds) =>
        Assert.Equal(Seconds(seconds), Freshness.TimeToLive(
            Policy(0), status, Headers(null, expires), TimeSpan.FromSeconds(10), Now));

    [Fact]
    public void TimeToLive_WhenThePolicyDisablesCaching_IsNoneWhateverTheOriginSays() => Assert.Null(Freshness.TimeToLive(
        ManagedPolicies.Cache[RunningCloudFront.CachingDisabled], 200, Headers("max-age=60", null), TimeSpan.FromSeconds(10), Now));

    [Fact]
    public void TimeToLive_VaryByEverything_IsNone()
    {
        var headers = Headers("max-age=60", null);
        headers["Vary"] = "*";

        Assert.Null(Freshness.TimeToLive(Policy(0), 200, headers, TimeSpan.FromSeconds(10), Now));
    }

    [Theory]
    [InlineData("max-age=60", 60)]
    [InlineData("max-age=20", 50)]
    [InlineData("no-store", 50)]
    [InlineData(null, 100)]
    public void TimeToLive_VaryByEverything_IsThatOfAnyResponse_WhereTheMinimumIsAboveZero(string? cacheControl, int seconds)
    {
        var headers = Headers(cacheControl, null);
        headers["Vary"] = "*";

        Assert.Equal(Seconds(seconds), Freshness.TimeToLive(Policy(50), 200, headers, TimeSpan.FromSeconds(10), Now));
    }

    [Theory]
    [InlineData("20", 40)]
    [InlineData("60", 0)]
    [InlineData("20, 0", 40)]
    [InlineData("abc", 60)]
    [InlineData("-20", 60)]
    [InlineData("99999999999", 0)]
    public void TimeToLive_OfAnAnswerThatHasAnAge_IsWhatIsLeft(string age, int seconds)
    {
        var headers = Headers("max-age=60", null);
        headers["Age"] = age;

        Assert.Equal(Seconds(seconds), Freshness.TimeToLive(Policy(0), 200, headers, TimeSpan.FromSeconds(10), Now));
    }

    [Fact]
    public void TimeToLive_ByExpires_IsReckonedByTheOriginsOwnClock()
    {
        var headers = Headers(null, "Sun, 22 Nov 2026 12:00:30 GMT");
        headers["Date"] = "Sun, 22 Nov 2026 12:00:00 GMT";

        Assert.Equal(Seconds(30), Freshness.TimeToLive(Policy(0), 200, headers, TimeSpan.FromSeconds(10), Now));
    }

    private static CachePolicy Policy(int minimum) => new()
    {
        MinTtl = TimeSpan.FromSeconds(minimum),
        DefaultTtl = TimeSpan.FromSeconds(100),
        MaxTtl = TimeSpan.FromSeconds(1000),
    };

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    private static HeaderDictionary Headers(string? cacheControl, string? expires)
    {
        var headers = new HeaderDictionary();
        if (cacheControl is not null)
        {
            headers["Cache-Control"] = cacheControl;
        }

        if (expires is not null)
        {
            headers["Expires"] = expires;
        }

        return headers;
    }
}
