using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class PointOfPresenceTests
{
    private const string Hit = "Hit from cloudfront";
    private const string Miss = "Miss from cloudfront";

    [Fact]
    public async Task VisitorAtAPlace_IsServedByItsPointOfPresence_AndTheOriginNeverLearnsOfTheHeader()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var answer = await From(edge, "FRA", "/api/a");
        using var elsewhere = await edge.GetAsync("/api/a");

        Assert.Equal("FRA56-P4", Pop(answer));
        Assert.Equal("LCL50-P1", Pop(elsewhere));
        Assert.NotEqual(answer.Headers.Via.ToString(), elsewhere.Headers.Via.ToString());
        Assert.All(edge.Api.Requests, request => Assert.False(request.Headers.ContainsKey("X-Lexicon-Place")));
    }

    [Fact]
    public async Task PlaceThatIsNotKnown_IsRefused_WithThoseThatAre()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var answer = await From(edge, "XXX", "/api/a");

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(
            "The header X-Lexicon-Place is not valid; it must be one of SEA, IAD, GRU",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Empty(edge.Api.Requests);
    }

    [Theory]
    [InlineData("POST", "/index.html", "https", "Refused: the behavior Default (*) does not allow POST.")]
    [InlineData("GET", "/api/a", "http", "The behavior /api/* asks for HTTPS, and this came over plain HTTP.")]
    public async Task RequestThatTheEdgeRefuses_IsToldByWhich(string method, string path, string protocol, string why)
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var answer = await edge.SendAsync(
            new HttpMethod(method), path, null, ("X-Lexicon-Place", "FRA"), ("X-Lexicon-Protocol", protocol));

        Assert.Equal((403, why), ((int)answer.StatusCode, Why(answer)));
    }

    [Fact]
    public async Task EachPlace_HasItsOwnCache_BehindTheRegionalOneThatItShares()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));

        using var frankfurt = await From(edge, "FRA", "/api/a");
        using var again = await From(edge, "FRA", "/api/a");
        using var london = await From(edge, "LHR", "/api/a");
        using var tokyo = await From(edge, "NRT", "/api/a");

        Assert.Equal([Miss, Hit, Miss, Miss], new[] { frankfurt, again, london, tokyo }.Select(XCache));
        Assert.Equal("one", await london.Content.ReadAsStringAsync());
        Assert.Equal("Not in this cache; neither in the regional edge cache FRA-R; the origin sent it.", Why(frankfurt));
        Assert.Equal("In this cache, fresh for another 60 s.", Why(again));
        Assert.Equal("Not in this cache; the regional edge cache FRA-R had it.", Why(london));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task Age_CountsTheTimeInTheRegionalCache_AndFreshnessEndsEverywhereAtOnce()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 60));
        edge.Api.Answer = Answer("one", ("ETag", "\"1\""));
        using var first = await From(edge, "FRA", "/api/a");
        await first.Content.ReadAsByteArrayAsync();

        edge.Clock.Advance(TimeSpan.FromSeconds(40));
        using var london = await From(edge, "LHR", "/api/a");
        await london.Content.ReadAsByteArrayAsync();
        edge.Clock.Advance(TimeSpan.FromSeconds(10));
        using var hit = await From(edge, "LHR", "/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(11));
        using var expired = await From(edge, "LHR", "/api/a");

        Assert.Equal(["", "40", "50"], new[] { first, london, hit }.Select(Age));
        Assert.Equal([Miss, Hit, Miss], new[] { london, hit, expired }.Select(XCache));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task ExpiredObject_IsConfirmedByTheRegionalCache_WithoutItsBodyComingAgain()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Confirming("\"1\"");
        using var first = await From(edge, "FRA", "/api/a");
        await first.Content.ReadAsByteArrayAsync();
        using var second = await From(edge, "LHR", "/api/a");
        await second.Content.ReadAsByteArrayAsync();

        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        using var asked = await From(edge, "FRA", "/api/a");
        using var confirmed = await From(edge, "LHR", "/api/a");

        Assert.Equal("RefreshHit from cloudfront", XCache(asked));
        Assert.Equal("RefreshHit from cloudfront", XCache(confirmed));
        Assert.Equal("body", await confirmed.Content.ReadAsStringAsync());
        Assert.Equal("In this cache, expired 1 s ago; the regional edge cache FRA-R had it.", Why(confirmed));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task MethodThatChangesSomething_GoesToTheOriginAtOnce()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());

        using var first = await edge.SendAsync(HttpMethod.Post, "/api/a", "{}", ("X-Lexicon-Place", "SYD"));
        using var second = await edge.SendAsync(HttpMethod.Post, "/api/a", "{}", ("X-Lexicon-Place", "SYD"));

        Assert.Equal([Miss, Miss], new[] { first, second }.Select(XCache));
        Assert.Equal("Responses to POST are not cached: straight to the origin.", Why(second));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task Head_IsServedByTheRegionalCache_WithTheLengthOfTheObject()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("four", ("Cache-Control", "max-age=60"));
        using var get = await From(edge, "FRA", "/api/a");
        await get.Content.ReadAsByteArrayAsync();

        using var head = await edge.SendAsync(HttpMethod.Head, "/api/a", null, ("X-Lexicon-Place", "LHR"));

        Assert.Equal(4, head.Content.Headers.ContentLength);
        Assert.Equal("Not in this cache; the regional edge cache FRA-R had it.", Why(head));
        Assert.Single(edge.Api.Requests);
    }

    [Fact]
    public async Task Part_OfWhatTheRegionalCacheHas_ComesFromThere()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("0123456789", ("Cache-Control", "max-age=60"));
        using var whole = await From(edge, "FRA", "/api/a");
        await whole.Content.ReadAsByteArrayAsync();

        using var part = await edge.GetAsync("/api/a", ("X-Lexicon-Place", "LHR"), ("Range", "bytes=2-4"));

        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal("234", await part.Content.ReadAsStringAsync());
        Assert.Single(edge.Api.Requests);
    }

    [Fact]
    public async Task OriginInTrouble_LeavesWhatTheRegionalCacheHas()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var first = await From(edge, "FRA", "/api/a");
        await first.Content.ReadAsByteArrayAsync();
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        using var london = await From(edge, "LHR", "/api/a");

        Assert.Equal("one", await london.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("PriceClass_100", "SYD", "SEA73-P1")]
    [InlineData("PriceClass_200", "SYD", "SIN2-P4")]
    [InlineData("PriceClass_All", "SYD", "SYD62-P2")]
    public async Task PriceClass_LeavesFarPlacesToTheNearestThatItHas(string priceClass, string place, string pop)
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: new { PriceClass = priceClass });

        using var answer = await From(edge, place, "/api/a");

        Assert.Equal(pop, Pop(answer));
    }

    internal static Task<HttpResponseMessage> From(RunningCloudFront edge, string place, string path) =>
        edge.GetAsync(path, ("X-Lexicon-Place", place));

    internal static string Why(HttpResponseMessage response) => response.Headers.GetValues("X-Lexicon-Why").Single();

    private static string Pop(HttpResponseMessage response) => response.Headers.GetValues("X-Amz-Cf-Pop").Single();

    private static string Age(HttpResponseMessage response) => response.Headers.Age?.TotalSeconds.ToString("0", null) ?? "";

    private static RequestDelegate Confirming(string etag) => context =>
    {
        context.Response.Headers.CacheControl = "max-age=60";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync("body");
    };
}
