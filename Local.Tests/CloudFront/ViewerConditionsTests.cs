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

    [Theory]
    [InlineData("bytes=3-4", "de", "bytes 3-4/10")]
    [InlineData("bytes=2-5", "cdef", "bytes 2-5/10")]
    [InlineData("bytes=5-5", "f", "bytes 5-5/10")]
    public async Task StoredPart_ServesWhatLiesWithinIt(string range, string body, string contentRange)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Parts;
        using var first = await edge.GetAsync("/api/a", ("Range", "bytes=2-5"));

        using var within = await edge.GetAsync("/api/a", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, within.StatusCode);
        Assert.Equal("Hit from cloudfront", XCache(within));
        Assert.Equal(body, await within.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, within.Content.Headers.ContentRange!.ToString());
        Assert.Single(edge.Api.Requests);
    }

    [Theory]
    [InlineData("bytes=1-4")]
    [InlineData("bytes=5-6")]
    [InlineData("bytes=2-")]
    [InlineData("bytes=-5")]
    [InlineData("bytes=2-2,4-4")]
    [InlineData("bytes=12-")]
    [InlineData("lines=2-3")]
    public async Task RangeThatIsNotWithinAStoredPart_IsAskedOfTheOrigin(string range)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Parts;
        using var first = await edge.GetAsync("/api/a", ("Range", "bytes=2-5"));

        using var other = await edge.GetAsync("/api/a", ("Range", range));

        Assert.Equal(range, edge.Api.Requests[1].Headers["Range"]);
    }

    [Fact]
    public async Task StoredPart_ThatReachesTheEnd_ServesTheLastBytes_UntilItExpires()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Parts;
        using var first = await edge.GetAsync("/api/a", ("Range", "bytes=4-"));

        using var last = await edge.GetAsync("/api/a", ("Range", "bytes=-3"));
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        using var expired = await edge.GetAsync("/api/a", ("Range", "bytes=-3"));

        Assert.Equal("hij", await last.Content.ReadAsStringAsync());
        Assert.Equal("bytes 7-9/10", last.Content.Headers.ContentRange!.ToString());
        Assert.Equal(["bytes=4-", "bytes=-3"], edge.Api.Requests.Select(request => request.Headers["Range"]));
    }

    [Fact]
    public async Task PartWhoseLengthIsAnotherThanItSays_ServesNobodyElse()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = "bytes 2-5/10";
            return context.Response.WriteAsync("cde");
        };
        using var first = await edge.GetAsync("/api/a", ("Range", "bytes=2-5"));

        using var within = await edge.GetAsync("/api/a", ("Range", "bytes=3-3"));

        Assert.Equal(2, edge.Api.Requests.Count);
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

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-None-Match", "\"1\"")]
    [InlineData("If-Match", "\"1\"")]
    public async Task ObjectWithoutAnETag_IsServedWhateverTagTheViewerNames(string header, string value)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var first = await edge.GetAsync("/api/a");

        using var second = await edge.GetAsync("/api/a", (header, value));

        Assert.Equal("Hit from cloudfront", XCache(second));
        Assert.Equal("one", await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("abc", "abc", HttpStatusCode.NotModified)]
    [InlineData("W\"abc\"", "W\"abc\"", HttpStatusCode.NotModified)]
    [InlineData("abc", "\"abc\"", HttpStatusCode.OK)]
    [InlineData("\"abc\"", "abc", HttpStatusCode.OK)]
    [InlineData("\"abc\"", "\"x\", W/\"abc\"", HttpStatusCode.NotModified)]
    public async Task ETagThatIsNone_IsRecognizedAsItWasSent(string etag, string asked, HttpStatusCode status)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("ETag", etag));
        using var first = await edge.GetAsync("/api/a");

        using var second = await edge.GetAsync("/api/a", ("If-None-Match", asked));

        Assert.Equal(status, second.StatusCode);
        Assert.Single(edge.Api.Requests);
    }

    // An origin of ten letters that can send one range of them.
    private static Task Parts(HttpContext context)
    {
        const string Letters = "abcdefghij";
        var range = Microsoft.Net.Http.Headers.RangeHeaderValue.Parse(context.Request.Headers.Range.ToString()).Ranges.First();
        var first = (int)(range.From ?? Letters.Length - range.To!.Value);
        var last = (int)Math.Min(range.From is null ? long.MaxValue : range.To ?? long.MaxValue, Letters.Length - 1);
        context.Response.StatusCode = first > last ? 416 : 206;
        context.Response.Headers.CacheControl = "max-age=60";
        context.Response.Headers.ContentRange = first > last ? "bytes */10" : $"bytes {first}-{last}/10";
        return first > last ? Task.CompletedTask : context.Response.WriteAsync(Letters[first..(last + 1)]);
    }
}
