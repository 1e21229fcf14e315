using System.Net;
using Amazon.S3;
using Amazon.Runtime;

namespace Lexicon.Local.Tests.S3;

/// <summary>
/// What is wrong with a signature is said in S3's words and in XML
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
/// </summary>
public sealed class SignedRequestTests
{
    [Theory]
    [InlineData("X-Amz-Expires=604801", "AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Expires=-1", "AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Other=1", "AuthorizationQueryParametersError")]
    public async Task PresignedUrl_WithoutAValidLifetime_IsRefusedInXml(string lifetime, string code)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var url = System.Text.RegularExpressions.Regex.Replace(await UrlAsync(client), "X-Amz-Expires=[0-9]+", lifetime);

        using var response = await storage.Http.GetAsync(new Uri(url));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_SignedForAnotherRegion_IsToldTheRegion()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = new AmazonS3Client(new BasicAWSCredentials("local", "local"), new AmazonS3Config
        {
            ServiceURL = storage.Address.ToString(),
            AuthenticationRegion = "eu-west-1",
            ForcePathStyle = true,
            MaxErrorRetry = 0,
        });

        using var response = await storage.Http.GetAsync(new Uri(await UrlAsync(client)));

        Assert.Contains("the region 'eu-west-1' is wrong; expecting 'us-east-1'".Replace("'", "&apos;", StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_ThatIsNotUtf8_IsRefusedAsAnAddress_WhoeverSignsIt()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await storage.Http.GetAsync(ObjectRequests.Raw($"{storage.Address}bucket/a%FF"));

        Assert.Contains("<Code>InvalidURI</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/bucket/a%FF/%C3%A9%20b", Local.Aws.Signatures.UriEncoding.PathOnce("/bucket/a%ff/é%20b"));
    }

    [Fact]
    public async Task Request_WithTwoSignatures_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, await UrlAsync(client));
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");

        using var response = await storage.Http.SendAsync(request);

        Assert.Contains("Only one auth mechanism allowed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithAnUnknownKindOfAuthorization_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bucket/key");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer abc");

        using var response = await storage.Http.SendAsync(request);

        Assert.Contains("Unsupported Authorization Type", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<string> UrlAsync(AmazonS3Client client) => client.GetPreSignedURLAsync(new()
    {
        BucketName = "bucket",
        Key = "key",
        Expires = DateTime.UtcNow.AddMinutes(1),
        Protocol = Protocol.HTTP,
    });
}
