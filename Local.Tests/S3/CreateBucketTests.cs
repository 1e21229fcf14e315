using System.Net;
using Amazon.S3;

namespace Lexicon.Local.Tests.S3;

public sealed class CreateBucketTests
{
    [Theory]
    [InlineData("other", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("UPPER", HttpStatusCode.BadRequest, "InvalidBucketName")]
    [InlineData("192.168.5.4", HttpStatusCode.BadRequest, "InvalidBucketName")]
    [InlineData("xn--bucket", HttpStatusCode.BadRequest, "InvalidBucketName")]
    [InlineData("bucket-s3alias", HttpStatusCode.BadRequest, "InvalidBucketName")]
    public async Task Create_OfWhatIsNotInTheTemplates_IsRefusedByName(string name, HttpStatusCode status, string code)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutBucketAsync(name));

        Assert.Equal(status, refusal.StatusCode);
        Assert.Equal(code, refusal.ErrorCode);
    }

    [Fact]
    public async Task Create_OfABucketOfTheTemplates_ChangesNothing()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await ObjectRequests.PutAsync(client, "key", "hello");

        var answer = await client.PutBucketAsync("bucket");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
        Assert.Equal("hello", await ObjectRequests.ReadAsync(client, "key"));
    }
}
