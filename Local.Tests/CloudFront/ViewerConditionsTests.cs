using System.Net;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class ViewerConditionsTests
{
    [Fact]
    public async Task ViewerConditionsAndRanges_AreAnsweredFromTheCache()
    {
        await using var edge = await Edge.StartAsync();
        await edge.PutAsync("a.txt", "hello", "text/plain");
        using var first = await edge.GetAsync("/a.txt");
        var etag = first.Headers.ETag!.ToString();

        using var notModified = await edge.GetAsync("/a.txt", ("If-None-Match", etag));
        using var part = await edge.GetAsync("/a.txt", ("Range", "bytes=1-2"));
        using var behind = await edge.GetAsync("/a.txt", ("Range", "bytes=9-"));
        using var several = await edge.GetAsync("/a.txt", ("Range", "bytes=0-0,2-2"));

        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal(etag, notModified.Headers.ETag!.ToString());
        Assert.Equal("Hit from cloudfront", XCache(notModified));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("el", await part.Content.ReadAsStringAsync());
        Assert.Equal("bytes 1-2/5", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, behind.StatusCode);
        Assert.Equal("hello", await several.Content.ReadAsStringAsync());
    }
}
