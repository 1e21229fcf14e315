using System.Net;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class RevalidationTests
{
    [Fact]
    public async Task ExpiredObject_ThatTheOriginConfirms_IsARefreshHit()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
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
    public async Task MustRevalidate_WithAuthorization_IsNotConfirmedForAnotherViewer()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
        edge.Api.Answer = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync(
                context.Request.Headers.Authorization.ToString()) : Task.CompletedTask;
        };

        using var first = await edge.GetAsync("/api/a", ("Authorization", "one"));
        using var second = await edge.GetAsync("/api/a", ("Authorization", "two"));

        Assert.Equal("one", await first.Content.ReadAsStringAsync());
        Assert.Equal("two", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task OriginInTrouble_ExpiredObjectIsServedOn()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
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
    public async Task ConfirmationThatForbidsToStore_IsServedOnce_AndForgotten()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("ETag", "\"1\""));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 304;
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        };
        using var confirmed = await edge.GetAsync("/api/a");
        edge.Api.Answer = Answer("two", ("Cache-Control", "no-store"));

        using var next = await edge.GetAsync("/api/a");

        Assert.Equal("one", await confirmed.Content.ReadAsStringAsync());
        Assert.Equal("two", await next.Content.ReadAsStringAsync());
        Assert.False(edge.Api.Requests[2].Headers.ContainsKey("If-None-Match"));
    }
}
