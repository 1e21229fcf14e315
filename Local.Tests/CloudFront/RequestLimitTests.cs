using System.Net;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>
/// What CloudFront takes of a viewer at most
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html).
/// </summary>
public sealed class RequestLimitTests
{
    [Theory]
    [InlineData(20_000, HttpStatusCode.OK)]
    [InlineData(20_480, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Request_ThatIsTooLongWithItsHeaders_Is413(int length, HttpStatusCode status)
    {
        await using var edge = await RunningCloudFront.StartAsync();

        using var response = await edge.GetAsync("/api/terms", ("X-Long", new string('a', length)));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("bytes=2-99999999999999999999", "llo", HttpStatusCode.PartialContent)]
    [InlineData("bytes=-99999999999999999999", "hello", HttpStatusCode.PartialContent)]
    [InlineData("bytes=99999999999999999999-", "", HttpStatusCode.RequestedRangeNotSatisfiable)]
    public async Task Range_BeyondEveryNumber_IsBehindTheEnd(string range, string expected, HttpStatusCode status)
    {
        await using var edge = await RunningCloudFront.StartAsync();
        await edge.PutAsync("page.txt", "hello", "text/plain");
        (await edge.GetAsync("/page.txt")).Dispose();

        using var response = await edge.GetAsync("/page.txt", ("Range", range));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task QueryString_ThatTheBucketDoesNotKnow_ChangesNothing()
    {
        await using var edge = await RunningCloudFront.StartAsync(
            pages: new { OriginRequestPolicyId = RunningCloudFront.AllViewerExceptHostHeader });
        await edge.PutAsync("page.txt", "hello", "text/plain");

        Assert.Equal("hello", await edge.Client.GetStringAsync("/page.txt?utm_source=mail&v=3"));
    }
}
