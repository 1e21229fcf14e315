using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class TaggingTests
{
    [Fact]
    public async Task Tags_ArePutReadCountedAndDeleted()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", ("x-amz-tagging", "one=1&two=a%20b"));

        using var got = await GetAsync(storage, client, "key");
        Assert.Equal("2", Assert.Single(got.Headers.GetValues("x-amz-tagging-count")));
        Assert.Equal([("one", "1"), ("two", "a b")], await TagsAsync(client, "key"));

        await client.PutObjectTaggingAsync(
            new() { BucketName = "bucket", Key = "key", Tagging = new() { TagSet = [new() { Key = "three", Value = "" }] } });
        Assert.Equal([("three", "")], await TagsAsync(client, "key"));

        await client.DeleteObjectTaggingAsync(new() { BucketName = "bucket", Key = "key" });
        Assert.Empty(await TagsAsync(client, "key"));
    }

    [Theory]
    [InlineData(null, "one=1")]
    [InlineData("COPY", "one=1")]
    [InlineData("REPLACE", "other=2")]
    public async Task Copy_KeepsTheTagsUnlessItReplacesThem(string? directive, string expected)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", ("x-amz-tagging", "one=1"));
        (string, string)[] chosen = directive is null ? [] : [("x-amz-tagging-directive", directive)];

        using var copied = await SendAsync(
            storage, client, HttpVerb.PUT, "copy", null, [("x-amz-copy-source", "bucket/key"), ("x-amz-tagging", "other=2"), .. chosen]);

        Assert.Equal(HttpStatusCode.OK, copied.StatusCode);
        Assert.Equal("AES256", Assert.Single(copied.Headers.GetValues("x-amz-server-side-encryption")));
        Assert.Equal(expected, string.Join('&', (await TagsAsync(client, "copy")).Select(tag => $"{tag.Key}={tag.Value}")));
    }

    [Theory]
    [InlineData("a=1&a=2", "InvalidArgument")]
    [InlineData("aws:a=1", "InvalidTag")]
    [InlineData("a%3F=1", "InvalidTag")]
    [InlineData("a=%3F", "InvalidTag")]
    [InlineData("a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1", "BadRequest")]
    public async Task TagsThatS3DoesNotTake_AreRefused(string tagging, string code)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", ("x-amz-tagging", tagging));

        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Multipart_KeepsTheTagsItBeganWith()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = (await client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = "bucket",
            Key = "key",
            TagSet = [new() { Key = "one", Value = "1" }],
        })).UploadId;
        using var body = new MemoryStream([1]);
        var part = await client.UploadPartAsync(
            new() { BucketName = "bucket", Key = "key", UploadId = upload, PartNumber = 1, InputStream = body });

        await client.CompleteMultipartUploadAsync(new() { BucketName = "bucket", Key = "key", UploadId = upload, PartETags = [new(part)] });

        Assert.Equal([("one", "1")], await TagsAsync(client, "key"));
    }

    [Fact]
    public async Task TagsOfAWrite_NeedTheirOwnPermission()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var writer = storage.ClientOf(
            "Writer", new { Effect = "Allow", Action = "s3:PutObject", Resource = "arn:aws:s3:::bucket/*" });

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => writer.PutObjectAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            ContentBody = "hello",
            TagSet = [new() { Key = "one", Value = "1" }],
        }));

        Assert.Contains("s3:PutObjectTagging", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(string Key, string Value)>> TagsAsync(AmazonS3Client client, string key) =>
        [.. ((await client.GetObjectTaggingAsync(new() { BucketName = "bucket", Key = key })).Tagging ?? []).Select(
            tag => (tag.Key, tag.Value ?? ""))];
}
