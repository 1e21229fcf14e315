using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>
/// Deletions on a condition, each object on its own (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html).
/// </summary>
public sealed class ConditionalDeleteTests
{
    [Fact]
    public async Task DeleteObjects_OtherTag_KeepsTheObject()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        Assert.Equal("PreconditionFailed", await ErrorAsync(client, new() { Key = "key", ETag = "\"other\"" }));
        Assert.Equal("hello", await ReadAsync(client, "key"));
    }

    [Fact]
    public async Task DeleteObjects_VersionThatIsNotThere_KeepsTheObject()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        Assert.Equal("NoSuchVersion", await ErrorAsync(client, new() { Key = "key", VersionId = "3HL4kqtJlcpXroDTDmJ" }));
        Assert.Equal("hello", await ReadAsync(client, "key"));
    }

    [Fact]
    public async Task DeleteObjects_SameTag_Deletes()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var put = await PutAsync(client, "key", "hello");

        var deleted = await client.DeleteObjectsAsync(
            new() { BucketName = "bucket", Objects = [new() { Key = "key", ETag = put.ETag }] });

        Assert.Equal("key", Assert.Single(deleted.DeletedObjects).Key);
    }

    private static async Task<string> ErrorAsync(AmazonS3Client client, KeyVersion what)
    {
        var refused = await Assert.ThrowsAsync<DeleteObjectsException>(
            () => client.DeleteObjectsAsync(new() { BucketName = "bucket", Objects = [what] }));
        return Assert.Single(refused.Response.DeleteErrors).Code;
    }
}
