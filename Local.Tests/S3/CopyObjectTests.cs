using Amazon.S3;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class CopyObjectTests
{
    [Fact]
    public async Task Copy_TakesContentAndMetadata()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "a b", ContentBody = "hello", ContentType = "text/css" });

        var copied = await client.CopyObjectAsync("bucket", "a b", "bucket", "c");
        using var got = await client.GetObjectAsync("bucket", "c");

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", copied.ETag);
        Assert.Equal("text/css", got.Headers.ContentType);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }

    [Fact]
    public async Task Copy_OntoItselfWithoutChange_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.CopyObjectAsync("bucket", "key", "bucket", "key"));

        Assert.Equal("InvalidRequest", refusal.ErrorCode);
    }
}
