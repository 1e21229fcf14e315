using System.Diagnostics;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class EdgeSpanTests : IDisposable
{
    private readonly SpanListener _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Span_SaysPlaceDecisionKeyAgeAndWhy()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        var path = $"/api/{Guid.NewGuid():N}";
        using var first = await PointOfPresenceTests.From(edge, "FRA", path);
        await first.Content.ReadAsByteArrayAsync();
        edge.Clock.Advance(TimeSpan.FromSeconds(7));

        using var hit = await PointOfPresenceTests.From(edge, "FRA", path);

        var (missed, served) = (await SpanOfAsync(first), await SpanOfAsync(hit));
        Assert.Equal(
            ("FRA56-P4", "Frankfurt am Main", "Miss from cloudfront", "Miss from cloudfront"),
            (Tag(missed, "pop"), Tag(missed, "place"), Tag(missed, "cache"), Tag(missed, "regional")));
        Assert.Equal(("Hit from cloudfront", "7", ""), (Tag(served, "cache"), Tag(served, "age"), Tag(served, "regional")));
        Assert.Equal("In this cache, fresh for another 53 s.", Tag(served, "why"));
        Assert.Equal(
            $"path: {path}; query string: not in it; headers: not in it; cookies: not in it; encoding: not in it",
            Tag(served, "cache_key"));
        Assert.Equal(
            ["CloudFront asks the regional edge cache FRA-R", "CloudFront asks the origin"],
            _spans.Ended.Where(span => span.TraceId == missed.TraceId && span.Kind == ActivityKind.Client)
                .OrderBy(span => span.StartTimeUtc).Select(span => span.DisplayName));
    }

    [Fact]
    public async Task Key_IsShownPartByPart_WithoutWhatIsSecret()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: new
        {
            Name = "policy",
            MinTTL = 0,
            DefaultTTL = 60,
            MaxTTL = 60,
            ParametersInCacheKeyAndForwardedToOrigin = new
            {
                EnableAcceptEncodingGzip = true,
                HeadersConfig = new { HeaderBehavior = "whitelist", Headers = new[] { "X-Kind", "X-Api-Key" } },
                CookiesConfig = new { CookieBehavior = "whitelist", Cookies = new[] { "session" } },
                QueryStringsConfig = new { QueryStringBehavior = "all" },
            },
        });
        edge.Api.Answer = Answer("one");
        var path = $"/api/{Guid.NewGuid():N}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(edge.Client.BaseAddress!, $"{path}?a=1&ticket=abc"))
        {
            Headers = { { "X-Api-Key", "hidden" }, { "Cookie", "session=hidden; other=1" }, { "Accept-Encoding", "gzip, br" } },
        };

        using var response = await edge.Client.SendAsync(request);

        Assert.Equal(
            $"path: {path}; query string (all): a=1&ticket=***; headers (only X-Kind, X-Api-Key): X-Api-Key=***, X-Kind none sent; "
                + "cookies (only session): session=***; encoding: gzip",
            Tag(await SpanOfAsync(response), "cache_key"));
    }

    // A span ends after its response is sent.
    private Task<Activity> SpanOfAsync(HttpResponseMessage response)
    {
        var id = response.Headers.GetValues("X-Amz-Cf-Id").Single();
        return _spans.SingleAsync(span => (string?)span.GetTagItem("aws.cloudfront.request_id") == id);
    }

    private static string Tag(Activity span, string name) => span.GetTagItem($"aws.cloudfront.{name}")?.ToString() ?? "";
}
