using System.Net;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class ViewerConditionsTests
{
    [Fact]
    public async Task ViewerConditionsAndRanges_AreAnsweredFromTheCache()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        await edge.PutAsync("a.txt", "hello", "text/plain");
        using var first = await edge.GetAsync("/a.txt");
        var etag = first.Headers.ETag!.ToString();

        using var notModified = await edge.GetAsync("/a.txt", ("If-None-Match", etag));
        using var part = await edge.GetAsync("/a.txt", ("Range", "bytes=1-2"));
        using var behind = await edge.GetAsync("/a.txt", ("Range", "bytes=9-"));
        using var descending = await edge.GetAsync("/a.txt", ("Range", "bytes=2-2,0-0"));
        using var overlapping = await edge.GetAsync("/a.txt", ("Range", "bytes=0-2,1-3"));

        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal(etag, notModified.Headers.ETag!.ToString());
        Assert.Equal("Hit from cloudfront", XCache(notModified));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("el", await part.Content.ReadAsStringAsync());
        Assert.Equal("bytes 1-2/5", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, behind.StatusCode);
        Assert.Equal("hello", await descending.Content.ReadAsStringAsync());
        Assert.Equal("hello", await overlapping.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SeveralAscendingRanges_AreOneMultipartAnswer()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        await edge.PutAsync("a.txt", "hello", "text/plain");
        using var first = await edge.GetAsync("/a.txt");

        using var several = await edge.GetAsync("/a.txt", ("Range", "bytes=0-1,3-3"));

        Assert.Equal(HttpStatusCode.PartialContent, several.StatusCode);
        Assert.Equal("multipart/byteranges", several.Content.Headers.ContentType!.MediaType);
        var boundary = several.Content.Headers.ContentType.Parameters.Single().Value!.Trim('"');
        Assert.Equal(
            $"\r\n--{boundary}\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/5\r\n\r\nhe"
            + $"\r\n--{boundary}\r\nContent-Type: text/plain\r\nContent-Range: bytes 3-3/5\r\n\r\nl"
            + $"\r\n--{boundary}--\r\n",
            await several.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Miss_ForwardsTheRange_AndThePartAnswersWhoeverAsksForTheSame()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = "bytes 1-2/5";
            return context.Response.WriteAsync("el");
        };

        using var miss = await edge.GetAsync("/api/a", ("Range", "bytes=1-2"));
        using var hit = await edge.GetAsync("/api/a", ("Range", "bytes=1-2"));
        using var other = await edge.GetAsync("/api/a", ("Range", "bytes=3-"));

        Assert.Equal("el", await miss.Content.ReadAsStringAsync());
        Assert.Equal("el", await hit.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.PartialContent, hit.StatusCode);
        Assert.Equal("bytes 1-2/5", hit.Content.Headers.ContentRange!.ToString());
        Assert.Equal(["bytes=1-2", "bytes=3-"], edge.Api.Requests.Select(request => request.Headers["Range"]));
        Assert.Equal("Hit from cloudfront", XCache(hit));
    }

    [Fact]
    public async Task Miss_ForwardsTheCondition_AndWhatItBringsIsNobodyElses()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            context.Response.Headers.ETag = "\"1\"";
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync("one") : Task.CompletedTask;
        };

        using var notModified = await edge.GetAsync("/api/a", ("If-None-Match", "\"1\""));
        using var whole = await edge.GetAsync("/api/a");

        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Equal("one", await whole.Content.ReadAsStringAsync());
        Assert.Equal(2, edge.Api.Requests.Count);
    }
}
