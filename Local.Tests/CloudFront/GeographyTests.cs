using System.Net;
using static Lexicon.Local.Tests.CloudFront.PointOfPresenceTests;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class GeographyTests
{
    [Theory]
    [InlineData("whitelist", "DE", "FRA", 200)]
    [InlineData("whitelist", "DE", "LHR", 403)]
    [InlineData("blacklist", "DE", "FRA", 403)]
    [InlineData("blacklist", "DE", "LHR", 200)]
    [InlineData("none", "", "LHR", 200)]
    public async Task GeoRestriction_IsByTheCountryOfTheVisitorsPlace(string type, string country, string place, int status)
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: Restricted(type, country));

        using var answer = await From(edge, place, "/api/a");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task RefusedCountry_GetsCloudFrontsPage_AndAVisitorOnThisMachineIsInNone()
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: Restricted("whitelist", "SE"));

        using var refused = await From(edge, "FRA", "/api/a");
        using var here = await edge.GetAsync("/api/a");

        Assert.Contains(
            "The Amazon CloudFront distribution is configured to block access from your country.",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal("Error from cloudfront", CachedApi.XCache(refused));
        Assert.Equal("CloudFront", refused.Headers.Server.ToString());
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Single(edge.Api.Requests);
    }

    [Fact]
    public async Task HeadersOfThePlace_ReachTheOrigin_WhereAPolicyAsksForThem()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var asked = await From(edge, "SEA", "/api/a");
        using var nowhere = await edge.GetAsync("/api/a", ("CloudFront-Viewer-Country", "forged"));

        var saw = edge.Api.Requests[0].Headers;
        Assert.Equal(
            ["US", "United States", "WA", "Washington", "Seattle", "98101", "819", "47.60620", "-122.33210", "America/Los_Angeles"],
            new[]
            {
                "Country", "Country-Name", "Country-Region", "Country-Region-Name", "City", "Postal-Code", "Metro-Code", "Latitude",
                "Longitude", "Time-Zone",
            }.Select(name => saw[$"CloudFront-Viewer-{name}"]));
        Assert.False(edge.Api.Requests[1].Headers.ContainsKey("CloudFront-Viewer-Country"));
    }

    [Fact]
    public async Task CountryInTheCacheKey_KeepsWhatEachCountryGets()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: new
        {
            Name = "by-country",
            MinTTL = 0,
            DefaultTTL = 60,
            MaxTTL = 60,
            ParametersInCacheKeyAndForwardedToOrigin = new
            {
                EnableAcceptEncodingGzip = false,
                HeadersConfig = new { HeaderBehavior = "whitelist", Headers = new[] { "CloudFront-Viewer-Country" } },
                CookiesConfig = new { CookieBehavior = "none" },
                QueryStringsConfig = new { QueryStringBehavior = "none" },
            },
        });
        edge.Api.Answer = context =>
            CachedApi.Answer(context.Request.Headers["CloudFront-Viewer-Country"].ToString())(context);

        using var seattle = await From(edge, "SEA", "/api/a");
        using var ashburn = await From(edge, "IAD", "/api/a");
        using var london = await From(edge, "LHR", "/api/a");

        Assert.Equal(
            ["US", "US", "GB"],
            await Task.WhenAll(new[] { seattle, ashburn, london }.Select(answer => answer.Content.ReadAsStringAsync())));
        Assert.Equal(["US", "US", "GB"], edge.Api.Requests.Select(request => request.Headers["CloudFront-Viewer-Country"]));
    }

    [Fact]
    public async Task PlainHttp_IsRedirected_WhereThePolicySaysSo()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var answer = await edge.GetAsync("/a.html?b=1", ("X-Lexicon-Protocol", "http"));
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("https://localhost/a.html?b=1", answer.Headers.Location!.OriginalString);
        Assert.Equal("Redirect from cloudfront", CachedApi.XCache(answer));
        Assert.Equal(167, answer.Content.Headers.ContentLength);
        Assert.StartsWith("<html>\r\n<head><title>301 Moved Permanently</title></head>\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainHttp_IsRefused_WhereThePolicySaysSo_AndServedToWhoeverDoesNotSayIt()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var refused = await edge.GetAsync("/api/a", ("X-Lexicon-Protocol", "http"));
        using var served = await edge.GetAsync("/api/a");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK], new[] { refused, served }.Select(answer => answer.StatusCode));
        Assert.Single(edge.Api.Requests);
    }

    private static object Restricted(string type, string country) => new
    {
        Restrictions = new { GeoRestriction = new { RestrictionType = type, Locations = country.Length > 0 ? new[] { country } : [] } },
    };
}
