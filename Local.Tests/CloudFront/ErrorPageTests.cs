using System.Net;
using System.Net.Sockets;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task MissingPage_WithoutListBucket_IsTheAccessDeniedOfS3()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.GetAsync("/missing.html");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
        Assert.Contains("<Code>AccessDenied</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MethodThatTheBehaviorDoesNotAllow_IsCloudFronts403()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.SendAsync(HttpMethod.Post, "/index.html", "x");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("CloudFront", response.Headers.Server.ToString());
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<H1>403 ERROR</H1>", page, StringComparison.Ordinal);
        Assert.Contains(
            "This distribution is not configured to allow the HTTP request method that was used for this request.",
            page,
            StringComparison.Ordinal);
        Assert.Contains($"Request ID: {response.Headers.GetValues("X-Amz-Cf-Id").Single()}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetWithABody_Is403()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.SendAsync(HttpMethod.Get, "/api/a", "{}");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(edge.Api.Requests);
    }

    [Fact]
    public async Task OriginThatIsDown_Is502WithCloudFrontsPage()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var transport = new Local.CloudFront.Origins.HttpTransport(
            new Uri($"http://127.0.0.1:{port}"), TimeSpan.FromSeconds(1), TimeProvider.System);

        var mistake = await Assert.ThrowsAsync<Local.CloudFront.Origins.OriginException>(
            () => transport.SendAsync(new() { Method = "GET", Path = "/" }, default));

        Assert.Equal(502, mistake.Status);
    }

    [Fact]
    public async Task OriginThatDoesNotAnswer_Is504()
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: null, api: null, prepare: null);
        edge.Api.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var transport = new Local.CloudFront.Origins.HttpTransport(edge.ApiAddress, TimeSpan.FromSeconds(1), TimeProvider.System);

        var mistake = await Assert.ThrowsAsync<Local.CloudFront.Origins.OriginException>(
            () => transport.SendAsync(new() { Method = "GET", Path = "/", Timeout = TimeSpan.FromMilliseconds(200) }, default));

        Assert.Equal(504, mistake.Status);
    }

    [Fact]
    public async Task CustomErrorResponse_ReplacesPageAndStatus()
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: new
        {
            CustomErrorResponses = new[]
            {
                new { ErrorCode = 403, ResponseCode = 404, ResponsePagePath = "/404.html", ErrorCachingMinTTL = 5 },
            },
        });
        await edge.PutAsync("404.html", "<p>nothing here");

        using var response = await edge.GetAsync("/missing.html");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("<p>nothing here", await response.Content.ReadAsStringAsync());
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
    }

    [Fact]
    public async Task CustomErrorResponse_ReplacesThePageOfAMethodThatIsNotAllowed()
    {
        await using var edge = await RunningCloudFront.StartAsync(distribution: new
        {
            CustomErrorResponses = new[]
            {
                new { ErrorCode = 403, ResponseCode = 404, ResponsePagePath = "/404.html", ErrorCachingMinTTL = 5 },
            },
        });
        await edge.PutAsync("404.html", "<p>nothing here");

        using var response = await edge.SendAsync(HttpMethod.Post, "/index.html", "x");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("<p>nothing here", await response.Content.ReadAsStringAsync());
    }
}
