using System.Net;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>Where CloudFront does otherwise than RFC 9111 asks of a shared cache: the table of <c>Cache/README.md</c>.</summary>
public sealed class SharedCacheTests
{
    private static readonly object ByHeader = new
    {
        Name = "by-header",
        MinTTL = 0,
        DefaultTTL = 0,
        MaxTTL = 3600,
        ParametersInCacheKeyAndForwardedToOrigin = new
        {
            EnableAcceptEncodingGzip = false,
            HeadersConfig = new { HeaderBehavior = "whitelist", Headers = new[] { "X-Kind" } },
            CookiesConfig = new { CookieBehavior = "none" },
            QueryStringsConfig = new { QueryStringBehavior = "none" },
        },
    };

    [Theory]
    [InlineData(false, "Hit from cloudfront")]
    [InlineData(true, "Miss from cloudfront")]
    public async Task Vary_TellsRequestsApart_OnlyByWhatTheCachePolicyTakes(bool isInTheKey, string xCache)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: isInTheKey ? ByHeader : Policy(usual: 0));
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("Vary", "X-Kind"));
        using var first = await edge.GetAsync("/api/a", ("X-Kind", "1"));

        using var second = await edge.GetAsync("/api/a", ("X-Kind", "2"));

        Assert.Equal(xCache, XCache(second));
    }

    [Fact]
    public async Task MethodThatCloudFrontDoesNotKnow_IsRefused_AndTheOriginIsNotAsked()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());

        using var response = await edge.SendAsync(new HttpMethod("M-SEARCH"), "/api/a");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(edge.Api.Requests);
    }

    [Theory]
    [InlineData("CDN-Cache-Control", "no-store")]
    [InlineData("CDN-Cache-Control", "max-age=0")]
    [InlineData("Surrogate-Control", "private")]
    public async Task HeaderForOtherCaches_IsPassedOn_AndNotRead(string name, string value)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), (name, value));
        using var first = await edge.GetAsync("/api/a");

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Hit from cloudfront", XCache(second));
        Assert.Equal(value, second.Headers.GetValues(name).Single());
    }

    [Theory]
    [InlineData("Cache-Control", "no-cache")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Cache-Control", "max-age=0")]
    [InlineData("Pragma", "no-cache")]
    public async Task WhatTheViewerSaysAboutCaching_IsIgnored(string name, string value)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var first = await edge.GetAsync("/api/a");

        using var second = await edge.GetAsync("/api/a", (name, value));

        Assert.Equal("Hit from cloudfront", XCache(second));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(503)]
    public async Task ErrorThatIsStaleAlready_IsRepeatedForTheErrorCachingMinimumTtl(int status)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Answer("error", ("Cache-Control", "max-age=0"))(context);
        };
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(9));
        using var second = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(1));

        using var third = await edge.GetAsync("/api/a");

        Assert.Equal("error", await second.Content.ReadAsStringAsync());
        Assert.Equal(2, edge.Api.Requests.Count);
    }
}
