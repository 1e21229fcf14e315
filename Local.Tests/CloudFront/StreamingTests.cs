using System.Text;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class StreamingTests
{
    [Fact]
    public async Task CacheableAnswer_StreamsWhileItIsStored()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        var gate = new TaskCompletionSource();
        edge.Api.Answer = async context =>
        {
            await context.Response.WriteAsync("first ");
            await gate.Task;
            await context.Response.WriteAsync("last");
        };

        using var miss = await edge.Client.GetAsync(new Uri(edge.Address, "/api/a"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await miss.Content.ReadAsStreamAsync();
        var beginning = new byte[6];
        await body.ReadExactlyAsync(beginning);
        gate.SetResult();
        using var rest = new StreamReader(body);
        var end = await rest.ReadToEndAsync();
        using var hit = await edge.GetAsync("/api/a");

        Assert.Equal("first ", Encoding.UTF8.GetString(beginning));
        Assert.Equal("last", end);
        Assert.Equal("Hit from cloudfront", XCache(hit));
        Assert.Equal("first last", await hit.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswerThatBreaksOff_BreaksOffForTheViewerToo_AndIsNotStored()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        var gate = new TaskCompletionSource();
        edge.Api.Answer = async context =>
        {
            await context.Response.WriteAsync("first ");
            await gate.Task;
            context.Abort();
        };

        using var broken = await edge.Client.GetAsync(new Uri(edge.Address, "/api/a"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await broken.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[6]);
        gate.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(async () => await body.ReadExactlyAsync(new byte[1]));
        edge.Api.Answer = Answer("whole");
        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(second));
        Assert.Equal("whole", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswerThatBreaksOff_LeavesTheExpiredObjectToStandIn()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("old", ("Cache-Control", "max-age=60"));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(61));
        var gate = new TaskCompletionSource();
        edge.Api.Answer = async context =>
        {
            await context.Response.WriteAsync("first ");
            await gate.Task;
            context.Abort();
        };
        using var broken = await edge.Client.GetAsync(new Uri(edge.Address, "/api/a"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await broken.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[6]);
        gate.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(async () => await body.ReadExactlyAsync(new byte[1]));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("old", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ConcurrentMisses_WhereCookiesReachTheOrigin_EachAskIt()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: Cached);
        var (arrived, gate) = (new CountdownEvent(5), new TaskCompletionSource());
        edge.Api.Answer = async context =>
        {
            arrived.Signal();
            await gate.Task;
            context.Response.Headers.CacheControl = "max-age=60";
            await context.Response.WriteAsync("one");
        };

        var requests = Enumerable.Range(0, 5).Select(_ => edge.GetAsync("/api/a")).ToArray();
        await Task.Run(() => Assert.True(arrived.Wait(TimeSpan.FromSeconds(60))));
        gate.SetResult();
        foreach (var response in await Task.WhenAll(requests))
        {
            response.Dispose();
        }

        Assert.Equal(5, edge.Api.Requests.Count);
        arrived.Dispose();
    }
}
