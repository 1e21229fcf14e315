using System.Net;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class CachingTests
{
    [Fact]
    public async Task SecondRequest_IsAHitWithItsAge_UntilTheTimeToLiveIsOver()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
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
    public async Task NoStore_IsNeverKept()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
        edge.Api.Answer = Answer("one", ("Cache-Control", "no-store"));

        using var first = await edge.GetAsync("/api/a");
        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(second));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public async Task CachingDisabled_AsksTheOriginEachTime_WithTheViewersOwnConditions()
    {
        await using var edge = await RunningCloudFront.StartAsync();
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
        await using var edge = await RunningCloudFront.StartAsync();
        await edge.PutAsync("a.txt", "one", "text/plain");

        using var first = await edge.GetAsync("/a.txt?x=1");
        using var second = await edge.GetAsync("/a.txt?x=2");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("Hit from cloudfront", XCache(second));
    }

    [Fact]
    public async Task Head_IsAnsweredByWhatGetBrought()
    {
        await using var edge = await RunningCloudFront.StartAsync();
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
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
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
    public async Task NotFound_IsCachedForTenSeconds()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
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
}
