using System.Net;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class DistributionTests
{
    [Fact]
    public async Task Root_AnswersTheDefaultRootObjectFromTheBucket()
    {
        await using var edge = await Edge.StartAsync();
        await edge.PutAsync("index.html", "<h1>Lexicon</h1>");

        using var response = await edge.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("<h1>Lexicon</h1>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Miss from cloudfront", response.Headers.GetValues("X-Cache").Single());
        Assert.Equal("AmazonS3", response.Headers.Server.ToString());
        Assert.EndsWith(".cloudfront.net (CloudFront)", response.Headers.Via.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiPath_GoesToTheApiBelowItsOriginPathWithItsHostName()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.SendAsync(
            HttpMethod.Post, "/api/me/glossaries?limit=1%2F2&a", "{\"title\":\"AWS\"}", ("Authorization", "Bearer token"), ("If-Match", "\"3\""));

        Assert.Equal("answer", await response.Content.ReadAsStringAsync());
        var saw = Assert.Single(edge.Api.Requests);
        Assert.Equal("POST", saw.Method);
        Assert.Equal("/dev/api/me/glossaries?limit=1%2F2&a", saw.Target);
        Assert.Equal("{\"title\":\"AWS\"}", saw.Body);
        Assert.Equal(Edge.ApiDomain, saw.Headers["Host"]);
        Assert.Equal("Bearer token", saw.Headers["Authorization"]);
        Assert.Equal("\"3\"", saw.Headers["If-Match"]);
        Assert.Equal("127.0.0.1", saw.Headers["X-Forwarded-For"]);
    }
}
