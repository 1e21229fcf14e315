namespace Lexicon.Local.Tests.CloudFront;

public sealed class OriginRequestTests
{
    [Fact]
    public async Task ApiPath_GoesToTheApiBelowItsOriginPathWithItsHostName()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.SendAsync(
            HttpMethod.Post,
            "/api/me/glossaries?limit=1%2F2&a",
            "{\"title\":\"AWS\"}",
            ("Authorization", "Bearer token"), ("If-Match", "\"3\""));

        Assert.Equal("answer", await response.Content.ReadAsStringAsync());
        var saw = Assert.Single(edge.Api.Requests);
        Assert.Equal("POST", saw.Method);
        Assert.Equal("/dev/api/me/glossaries?limit=1%2F2&a", saw.Target);
        Assert.Equal("{\"title\":\"AWS\"}", saw.Body);
        Assert.Equal(RunningCloudFront.ApiDomain, saw.Headers["Host"]);
        Assert.Equal("Bearer token", saw.Headers["Authorization"]);
        Assert.Equal("\"3\"", saw.Headers["If-Match"]);
        Assert.Equal("127.0.0.1", saw.Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task ApiPath_GetsTheHeadersThatThePolicyTakesAndThoseOfCloudFront()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.GetAsync(
            "/api/a", ("X-Own", "1"), ("User-Agent", "iPhone Mobile"), ("CloudFront-Viewer-Address", "forged"),
            ("X-Forwarded-For", "192.0.2.1"),
            ("Cookie", "a=1; b=2"), ("X-Forwarded-Proto", "https"));

        var saw = Assert.Single(edge.Api.Requests).Headers;
        Assert.Equal("1", saw["X-Own"]);
        Assert.Equal("iPhone Mobile", saw["User-Agent"]);
        Assert.StartsWith("127.0.0.1:", saw["CloudFront-Viewer-Address"], StringComparison.Ordinal);
        Assert.Equal("true", saw["CloudFront-Is-Mobile-Viewer"]);
        Assert.Equal("192.0.2.1, 127.0.0.1", saw["X-Forwarded-For"]);
        Assert.Equal("a=1; b=2", saw["Cookie"]);
        Assert.EndsWith("(CloudFront)", saw["Via"], StringComparison.Ordinal);
        Assert.Equal(response.Headers.GetValues("X-Amz-Cf-Id").Single(), saw["X-Amz-Cf-Id"]);
        Assert.False(saw.ContainsKey("X-Forwarded-Proto"));
    }

    [Fact]
    public async Task Authorization_IsTakenOutOfGetUnlessAPolicyTakesIt()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: new
        {
            OriginRequestPolicyId = "acba4595-bd28-49b8-b9fe-13317c0390fa",
        });

        using var get = await edge.GetAsync(
            "/api/a", ("Authorization", "Bearer x"), ("X-Own", "1"), ("Referer", "http://a/"), ("Cookie", "a=1"));
        using var post = await edge.SendAsync(HttpMethod.Post, "/api/a", "{}", ("Authorization", "Bearer x"));

        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("Authorization"));
        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("X-Own"));
        Assert.False(edge.Api.Requests[0].Headers.ContainsKey("Cookie"));
        Assert.Equal("http://a/", edge.Api.Requests[0].Headers["Referer"]);
        Assert.Equal("Bearer x", edge.Api.Requests[1].Headers["Authorization"]);
    }
}
