using System.Net;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class StaleTests
{
    [Fact]
    public async Task StaleWhileRevalidate_AnswersAtOnce_AndIsRefreshedBehind()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 0));
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=1, stale-while-revalidate=30"));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(2));
        var (asked, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        edge.Api.Answer = async context =>
        {
            asked.SetResult();
            await gate.Task;
            context.Response.Headers.CacheControl = "max-age=60";
            await context.Response.WriteAsync("two");
        };

        using var stale = await edge.GetAsync("/api/a");
        await asked.Task;
        using var again = await edge.GetAsync("/api/a");
        gate.SetResult();

        Assert.Equal("one", await stale.Content.ReadAsStringAsync());
        Assert.Equal("one", await again.Content.ReadAsStringAsync());
        Assert.Equal(TimeSpan.FromSeconds(2), stale.Headers.Age);
        Assert.Equal("two", await UntilAsync(edge, "two"));
        Assert.Equal(2, edge.Api.Requests.Count);
    }

    [Fact]
    public void RequestThatRefreshesBehind_KeepsItsHeaders_WhenTheServerTakesThemForTheNext()
    {
        var headers = new HeaderDictionary { ["User-Agent"] = "first" };
        var kept = new ViewerRequest { Method = "GET", Path = "/api/a", Headers = headers }.InBackground();

        headers.Clear();

        Assert.Equal("first", kept.Headers.UserAgent.ToString());
    }

    [Fact]
    public async Task StaleWhileRevalidate_EndsWithTheMaximumTtl()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 0, maximum: 10));
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=1, stale-while-revalidate=30"));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(11));

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("Miss from cloudfront", XCache(second));
    }

    [Theory]
    [InlineData("max-age=60", 9999, HttpStatusCode.OK)]
    [InlineData("max-age=60, stale-if-error=0", 61, HttpStatusCode.ServiceUnavailable)]
    [InlineData("max-age=60, stale-if-error=30", 89, HttpStatusCode.OK)]
    [InlineData("max-age=60, stale-if-error=30", 91, HttpStatusCode.ServiceUnavailable)]
    [InlineData("max-age=60, must-revalidate", 61, HttpStatusCode.ServiceUnavailable)]
    [InlineData("max-age=60, proxy-revalidate, stale-if-error=30", 61, HttpStatusCode.ServiceUnavailable)]
    [InlineData("s-maxage=60", 61, HttpStatusCode.ServiceUnavailable)]
    public async Task OriginInTrouble_IsCoveredForAsLongAsItAllowed(string cacheControl, int seconds, HttpStatusCode status)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 0));
        edge.Api.Answer = Answer("one", ("Cache-Control", cacheControl));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(seconds));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal(status, second.StatusCode);
    }

    [Fact]
    public async Task AgeOfTheOrigin_CountsFromThereOn()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 0));
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("Age", "20"));
        using var miss = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(39));
        using var hit = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await edge.GetAsync("/api/a");

        Assert.Equal(TimeSpan.FromSeconds(20), miss.Headers.Age);
        Assert.Equal(TimeSpan.FromSeconds(59), hit.Headers.Age);
        Assert.Equal("Miss from cloudfront", XCache(expired));
    }

    private static async Task<string> UntilAsync(RunningCloudFront edge, string wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await edge.GetAsync("/api/a");
            if (await response.Content.ReadAsStringAsync(patience.Token) is var body && body == wanted)
            {
                return body;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
