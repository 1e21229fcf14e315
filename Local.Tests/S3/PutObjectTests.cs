using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PutObjectTests
{
    [Fact]
    public async Task Put_ThenGet_AnswersContentTypeMetadataAndTheMd5AsETag()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        var request = new PutObjectRequest
        {
            BucketName = "bucket",
            Key = "a folder/é+%2F?.txt",
            ContentBody = "hello",
            ContentType = "text/plain; charset=utf-8",
        };
        request.Headers.CacheControl = "max-age=60";
        request.Headers.ContentEncoding = "identity";
        request.Metadata["Colour"] = "blue";

        var put = await client.PutObjectAsync(request);
        using var got = await client.GetObjectAsync("bucket", request.Key);

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.ETag);
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
        Assert.Equal("text/plain; charset=utf-8", got.Headers.ContentType);
        Assert.Equal("max-age=60", got.Headers.CacheControl);
        Assert.Equal("identity", got.Headers.ContentEncoding);
        Assert.Equal("blue", got.Metadata["x-amz-meta-colour"]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../escape")]
    [InlineData("a//b/")]
    [InlineData("\u0001\u001f")]
    [InlineData("日本語/🙂")]
    [InlineData("con")]
    public async Task Put_HostileKey_IsAnObjectLikeAnyOther(string key)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        // The SDK's own address would be normalized on its way, so the URL is signed and sent as it is.
        var url = await client.GetPreSignedURLAsync(new() { BucketName = "bucket", Key = key, Verb = HttpVerb.PUT, Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });
        using var put = await storage.Http.PutAsync(Raw(url), new StringContent("x"));
        var listed = await client.ListObjectsV2Async(new() { BucketName = "bucket", Encoding = EncodingType.Url });

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(key, Uri.UnescapeDataString(Assert.Single(listed.S3Objects).Key));
        Assert.All(
            Directory.EnumerateFiles(storage.Data, "*", SearchOption.AllDirectories),
            path => Assert.StartsWith(Path.Combine(storage.Data, "s3", "bucket"), path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Put_OverwritesAndLeavesOneFileOfContent()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        await PutAsync(client, "key", "one");
        await PutAsync(client, "key", "two");

        Assert.Equal("two", await ReadAsync(client, "key"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "objects")).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "incoming")));
    }
}
