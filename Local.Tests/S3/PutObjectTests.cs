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
        await using var storage = await RunningS3.WithBucketAsync();
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

    // The examples are those of the user guide, "Naming Amazon S3 objects".
    [Theory]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("videos/../../video1.wmv")]
    [InlineData("videos/../../2014/video1.wmv")]
    public async Task Put_KeyThatLeadsOutside_IsRefusedAndChangesNothing(string key)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var put = await SendAsync(storage, client, HttpVerb.PUT, key, "x");

        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Contains("<Code>InvalidURI</Code>", await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await client.ListObjectsV2Async(new() { BucketName = "bucket" })).S3Objects ?? []);
    }

    [Theory]
    [InlineData("aws-chunked", null)]
    [InlineData("gzip, aws-chunked", "gzip")]
    [InlineData("aws-chunked,gzip", "gzip")]
    [InlineData("gzip, br", "gzip, br")]
    public async Task ContentEncoding_IsKeptWithoutTheFramingOfTheRequest(string sent, string? kept)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var url =
            await client.GetPreSignedURLAsync(new()
            {
                BucketName = "bucket",
                Key = "key",
                Verb = HttpVerb.PUT,
                Expires = DateTime.UtcNow.AddMinutes(1),
                Protocol = Protocol.HTTP,
            });
        using var content = new StringContent("x");
        content.Headers.TryAddWithoutValidation("Content-Encoding", sent);

        using var put = await storage.Http.PutAsync(Raw(url), content);
        using var got = await GetAsync(storage, client, "key");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(kept, got.Content.Headers.TryGetValues("Content-Encoding", out var values) ? string.Join(", ", values) : null);
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("a/b/../../escape")]
    [InlineData("a//b/")]
    [InlineData("\u0001\u001f")]
    [InlineData("日本語/🙂")]
    [InlineData("con")]
    public async Task Put_HostileKey_IsAnObjectLikeAnyOther(string key)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        // The SDK's own address would be normalized on its way, so the URL is signed and sent as it is.
        var url =
            await client.GetPreSignedURLAsync(new()
            {
                BucketName = "bucket",
                Key = key,
                Verb = HttpVerb.PUT,
                Expires = DateTime.UtcNow.AddMinutes(1),
                Protocol = Protocol.HTTP,
            });
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
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        await PutAsync(client, "key", "one");
        await PutAsync(client, "key", "two");

        Assert.Equal("two", await ReadAsync(client, "key"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "objects")).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "incoming")));
    }
}
