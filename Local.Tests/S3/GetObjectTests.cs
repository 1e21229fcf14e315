using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class GetObjectTests
{
    [Fact]
    public async Task Get_ResponseOverrides_ReplaceHeaders()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var got = await client.GetObjectAsync(new GetObjectRequest
        {
            BucketName = "bucket",
            Key = "key",
            ResponseHeaderOverrides = new() { ContentType = "text/csv", ContentDisposition = "attachment" },
        });

        Assert.Equal("text/csv", got.Headers.ContentType);
        Assert.Equal("attachment", got.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Head_AnswersLengthWithoutBody()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        var head = await client.GetObjectMetadataAsync("bucket", "key");

        Assert.Equal(5, head.ContentLength);
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", head.ETag);
    }

    [Fact]
    public async Task Get_MissingKey_IsNoSuchKeyInS3sWords()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var response = await GetAsync(storage, client, "no <key>");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.ToString());
        var requestId = response.Headers.GetValues("x-amz-request-id").Single();
        var hostId = response.Headers.GetValues("x-amz-id-2").Single();
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
            + $"<Key>no &lt;key&gt;</Key><RequestId>{requestId}</RequestId><HostId>{hostId}</HostId></Error>",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_MissingBucket_IsNoSuchBucket()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync("no-bucket", "key"));

        Assert.Equal("The specified bucket does not exist", refusal.Message);
    }

    [Fact]
    public async Task WhatIsNotOffered_IsRefusedByName()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => client.GetObjectRetentionAsync(new() { BucketName = "bucket", Key = "key" }));

        Assert.Equal(HttpStatusCode.NotImplemented, refusal.StatusCode);
        Assert.EndsWith("GET of an object with ?retention", refusal.Message, StringComparison.Ordinal);
    }
}
