using System.Net;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class DeleteObjectTests
{
    [Fact]
    public async Task Delete_IsNoContentWhetherOrNotTheObjectIsThere()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteObjectAsync("bucket", "key")).HttpStatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteObjectAsync("bucket", "key")).HttpStatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "objects")));
    }

    [Fact]
    public async Task DeleteObjects_AnswersEachKey()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "a", "1");
        await PutAsync(client, "b", "2");

        var deleted = await client.DeleteObjectsAsync(new()
        {
            BucketName = "bucket",
            Objects = [new() { Key = "a" }, new() { Key = "missing" }],
        });
        var listed = await client.ListObjectsV2Async(new() { BucketName = "bucket" });

        Assert.Equal(["a", "missing"], deleted.DeletedObjects.Select(entry => entry.Key));
        Assert.Equal(["b"], listed.S3Objects.Select(entry => entry.Key));
    }
}
