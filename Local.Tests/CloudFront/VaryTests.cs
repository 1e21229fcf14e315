using Lexicon.Local.CloudFront;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class VaryTests
{
    [Theory]
    [InlineData("Accept-Encoding, cookie", 0, "Accept-Encoding, cookie")]
    [InlineData("Accept-Language, Foo", 0, "Foo")]
    [InlineData("Accept-Language", 0, null)]
    [InlineData("*", 0, "*")]
    [InlineData("*", 1, null)]
    [InlineData("*, Foo", 1, "Foo")]
    [InlineData("User-Agent", 0, null)]
    public void Vary_ShowsTheViewerWhatTheEdgeTellsApart(string vary, int minimum, string? shown) =>
        Assert.Equal(shown, Shown(vary, Selection.Only("foo"), minimum));

    [Theory]
    [InlineData("CloudFront-Is-Mobile-Viewer", "User-Agent")]
    [InlineData("cloudfront-is-tablet-viewer", "User-Agent")]
    [InlineData("CloudFront-Viewer-Country", null)]
    public void VaryByUserAgent_IsShown_WhereTheKindOfDeviceIsInTheKey(string header, string? shown) =>
        Assert.Equal(shown, Shown("User-Agent", Selection.Only(header), minimum: 0));

    private static string? Shown(string vary, Selection headers, int minimum)
    {
        using var response = new OriginResponse(200, Stream.Null, 0, Stream.Null);
        response.Headers.Vary = vary;
        var behavior = new CacheBehavior
        {
            Origin = new() { DomainName = "origin", Transport = null! },
            AllowedMethods = ["GET"],
            CachedMethods = ["GET"],
            Cache = new() { Headers = headers, MinTtl = TimeSpan.FromSeconds(minimum) },
            OriginRequest = OriginRequestPolicy.Nothing,
        };
        var kept = OriginResponseHeaders.From(response, behavior, DateTimeOffset.UnixEpoch);
        return kept.Vary.Count > 0 ? kept.Vary.ToString() : null;
    }
}
