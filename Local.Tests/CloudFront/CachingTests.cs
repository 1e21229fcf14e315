using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class CachingTests
{
    private static readonly object Cached = new { CachePolicyId = Edge.UseOriginCacheControlHeaders };

    [Fact]
    public async Task SecondRequest_IsAHitWithItsAge_UntilTheTimeToLiveIsOver()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("ETag", "\"1\""));

        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(59));
        using var second = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(1));
        using var third = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(first));
        Assert.Null(first.Headers.Age);
        Assert.Equal("Hit from cloudfront", XCache(second));
        Assert.Equal(TimeSpan.FromSeconds(59), second.Headers.Age);
        Assert.Equal("one", await second.Content.ReadAsStringAsync());
        Assert.Equal("Miss from cloudfront", XCache(third));
        Assert.Equal(2, edge.Api.Requests.Count);
        Assert.Equal("\"1\"", edge.Api.Requests[1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task ExpiredObject_ThatTheOriginConfirms_IsARefreshHit()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.CacheControl = "max-age=60";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync("one") : Task.CompletedTask;
        };

        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        using var second = await edge.GetAsync("/api/a");
        using var third = await edge.GetAsync("/api/a");

        Assert.Equal("RefreshHit from cloudfront", XCache(second));
        Assert.Equal("one", await second.Content.ReadAsStringAsync());
        Assert.Equal("Hit from cloudfront", XCache(third));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task NoStore_IsNeverKept()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = Answer("one", ("Cache-Control", "no-store"));

        using var first = await edge.GetAsync("/api/a");
        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(second));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task MustRevalidate_WithAuthorization_IsNotConfirmedForAnotherViewer()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync(context.Request.Headers.Authorization.ToString()) : Task.CompletedTask;
        };

        using var first = await edge.GetAsync("/api/a", ("Authorization", "one"));
        using var second = await edge.GetAsync("/api/a", ("Authorization", "two"));

        Assert.Equal("one", await first.Content.ReadAsStringAsync());
        Assert.Equal("two", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task CachingDisabled_AsksTheOriginEachTime_WithTheViewersOwnConditions()
    {
        await using var edge = await Edge.StartAsync();
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));

        using var first = await edge.GetAsync("/api/a", ("If-None-Match", "\"3\""));
        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(second));
        Assert.Equal("\"3\"", edge.Api.Requests[0].Headers["If-None-Match"]);
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task QueryThatThePolicyDoesNotTake_IsNeitherInTheKeyNorForwarded()
    {
        await using var edge = await Edge.StartAsync();
        await edge.PutAsync("a.txt", "one", "text/plain");

        using var first = await edge.GetAsync("/a.txt?x=1");
        using var second = await edge.GetAsync("/a.txt?x=2");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("Hit from cloudfront", XCache(second));
    }

    [Fact]
    public async Task Authorization_IsTakenOutOfGetUnlessAPolicyTakesIt()
    {
        await using var edge = await Edge.StartAsync(api: new { OriginRequestPolicyId = "acba4595-bd28-49b8-b9fe-13317c0390fa" });

        using var get = await edge.GetAsync("/api/a", ("Authorization", "Bearer x"), ("X-Own", "1"), ("Referer", "http://a/"), ("Cookie", "a=1"));
        using var post = await edge.SendAsync(HttpMethod.Post, "/api/a", "{}", ("Authorization", "Bearer x"));

        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("Authorization"));
        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("X-Own"));
        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("Cookie"));
        Assert.Equal("http://a/", edge.Api.Requests[0].Headers["Referer"]);
        Assert.Equal("Bearer x", edge.Api.Requests[1].Headers["Authorization"]);
    }

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

    [Fact]
    public async Task Head_IsAnsweredByWhatGetBrought()
    {
        await using var edge = await Edge.StartAsync();
        await edge.PutAsync("a.txt", "hello", "text/plain");

        using var miss = await edge.SendAsync(HttpMethod.Head, "/a.txt");
        using var get = await edge.GetAsync("/a.txt");
        using var hit = await edge.SendAsync(HttpMethod.Head, "/a.txt");

        Assert.Equal("Miss from cloudfront", XCache(miss));
        Assert.Equal("Miss from cloudfront", XCache(get));
        Assert.Equal("Hit from cloudfront", XCache(hit));
        Assert.Equal(5, hit.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task ConcurrentMisses_AskTheOriginOnce()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        edge.Api.Answer = async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            context.Response.Headers.CacheControl = "max-age=60";
            await context.Response.WriteAsync("one");
        };

        var requests = Enumerable.Range(0, 20).Select(_ => edge.GetAsync("/api/a")).ToArray();
        await arrived.Task;
        gate.SetResult();
        foreach (var response in await Task.WhenAll(requests))
        {
            using (response)
            {
                Assert.Equal("one", await response.Content.ReadAsStringAsync());
            }
        }

        Assert.Single(edge.Api.Requests);
    }

    [Fact]
    public async Task OriginInTrouble_ExpiredObjectIsServedOn()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("one", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task NotFound_IsCachedForTenSeconds()
    {
        await using var edge = await Edge.StartAsync(api: Cached);
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("nothing");
        };

        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(9));
        using var second = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(1));
        using var third = await edge.GetAsync("/api/a");

        Assert.Equal("Error from cloudfront", XCache(second));
        Assert.Equal("nothing", await second.Content.ReadAsStringAsync());
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    public async Task Compression_ByWhatTheViewerAccepts_MakesTheETagWeak(string accepted, string? coding)
    {
        await using var edge = await Edge.StartAsync(pages: new { Compress = true });
        var page = string.Concat(Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        await edge.PutAsync("index.html", page);

        using var response = await edge.GetAsync("/", ("Accept-Encoding", accepted));
        using var again = await edge.GetAsync("/", ("Accept-Encoding", accepted), ("If-None-Match", response.Headers.ETag!.ToString()));

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(coding is not null, response.Headers.ETag!.IsWeak);
        Assert.Equal(coding is null ? [] : ["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(page, await DecodeAsync(response));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData(999, "text/html", false)]
    [InlineData(1000, "text/html; charset=utf-8", true)]
    [InlineData(1000, "image/png", false)]
    public async Task Compression_BySizeAndType(int size, string type, bool compressed)
    {
        await using var edge = await Edge.StartAsync(pages: new { Compress = true });
        await edge.PutAsync("a", new string('a', size), type);

        using var response = await edge.GetAsync("/a", ("Accept-Encoding", "gzip"));

        Assert.Equal(compressed, response.Content.Headers.ContentEncoding.Count > 0);
    }

    private static string XCache(HttpResponseMessage response) => response.Headers.GetValues("X-Cache").Single();

    private static RequestDelegate Answer(string body, params (string Name, string Value)[] headers) => context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    };

    private static async Task<string> DecodeAsync(HttpResponseMessage response)
    {
        var stream = await response.Content.ReadAsStreamAsync();
        var decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        return await new StreamReader(decoded).ReadToEndAsync();
    }
}
