namespace Lexicon.Local.Tests.CloudFront;

public sealed class OriginRequestTests
{
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
}
