using System.Net;
using Lexicon.Local.CloudFormation;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class DistributionTests
{
    [Fact]
    public async Task Root_AnswersTheDefaultRootObjectFromTheBucket()
    {
        await using var edge = await RunningCloudFront.StartAsync();
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
    public async Task LargeAnswerInChunks_PassesThroughWhole()
    {
        await using var edge = await RunningCloudFront.StartAsync(api: new
        {
            CachePolicyId = RunningCloudFront.UseOriginCacheControlHeaders,
        });
        var piece = new string('a', 1024 * 1024);
        edge.Api.Answer = async context =>
        {
            context.Response.Headers.CacheControl = "max-age=60";
            for (var i = 0; i < 20; i++)
            {
                await context.Response.WriteAsync(piece);
            }
        };

        using var response = await edge.GetAsync("/api/a");

        Assert.Equal(20 * 1024 * 1024, (await response.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal("Miss from cloudfront", response.Headers.GetValues("X-Cache").Single());
    }

    [Fact]
    public async Task OtherOrigin_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => RunningCloudFront.StartAsync(distribution: new
        {
            Origins = new[]
            {
                new { Id = "web", DomainName = "www.example.com", CustomOriginConfig = new { OriginProtocolPolicy = "https-only" } },
            },
        }));

        Assert.Contains(
            "property 'DistributionConfig.Origins[web].DomainName' is not supported locally: "
            + "'www.example.com' is neither a bucket nor a REST API of the templates", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BucketThatIsNotInTheTemplates_IsRefusedAtStart()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => RunningCloudFront.StartAsync(distribution: new
        {
            Origins = new[] { new { Id = "pages", DomainName = "other.s3.amazonaws.com", S3OriginConfig = new { } } },
            CacheBehaviors = Array.Empty<object>(),
        }));

        Assert.Equal(
            "Test/Distribution (AWS::CloudFront::Distribution): an origin is the bucket 'other', which is not in the templates",
            refusal.Message);
    }

    [Fact]
    public async Task AccessControlOfAnotherKindOfOrigin_IsRefusedByName()
    {
        await using var edge = await RunningCloudFront.StartAsync();

        var refusal = Assert.Throws<StartupException>(() => edge.Provision("AWS::CloudFront::OriginAccessControl", "Other", new
        {
            OriginAccessControlConfig = new { OriginAccessControlOriginType = "lambda", SigningBehavior = "always" },
        }));

        Assert.EndsWith(
            "'OriginAccessControlConfig.OriginAccessControlOriginType' is not supported locally: only 's3' is supported, not 'lambda'",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPolicy_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() =>
            RunningCloudFront.StartAsync(api: new { CachePolicyId = "unknown" }));

        Assert.Contains("DistributionConfig.CacheBehaviors[0].CachePolicyId", refusal.Message, StringComparison.Ordinal);
    }
}
