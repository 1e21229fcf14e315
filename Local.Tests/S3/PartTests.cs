using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>Parts that are copied from an object, and parts that are read of one.</summary>
public sealed class PartTests
{
    private const string Form =
        "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the "
        + "first and last bytes to copy";

    [Theory]
    [InlineData("bytes=0-21", "Range specified is not valid for source object of size: 5")]
    [InlineData("bytes=5-5", "Range specified is not valid for source object of size: 5")]
    [InlineData("bytes=hello-", Form)]
    [InlineData("bytes=0-", Form)]
    [InlineData("bytes=-2", Form)]
    [InlineData("bytes=3-2", Form)]
    [InlineData("bytes=0-1,3-4", Form)]
    [InlineData("bytes=0-99999999999999999999", Form)]
    [InlineData("0-2", Form)]
    public async Task CopyOfARangeThatTheSourceDoesNotHave_IsRefused(string range, string message)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "source", "hello");
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;

        using var refused = await SendAsync(
            storage, client, HttpVerb.PUT, "key", null, $"partNumber=1&uploadId={upload}",
            ("x-amz-copy-source", "bucket/source"), ("x-amz-copy-source-range", range));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            $"<Code>InvalidArgument</Code><Message>{message}</Message>",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Empty((await client.ListPartsAsync("bucket", "key", upload)).Parts ?? []);
    }

    [Fact]
    public async Task CopiedRange_IsThePart_AndHasTheUploadsChecksum()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "source", "oh hello there");
        var upload = (await client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = "bucket",
            Key = "key",
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        })).UploadId;

        var copied = await client.CopyPartAsync(new()
        {
            SourceBucket = "bucket",
            SourceKey = "source",
            FirstByte = 3,
            LastByte = 7,
            DestinationBucket = "bucket",
            DestinationKey = "key",
            PartNumber = 1,
            UploadId = upload,
        });

        Assert.Equal("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", copied.ChecksumSHA256);
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", copied.ETag);
    }

    [Fact]
    public async Task ReadOfAPart_GivesItWithTheNumberOfParts()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await UploadAsync(client);

        var head = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = "bucket", Key = "key", PartNumber = 2 });
        using var second = await client.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key", PartNumber = 2 });
        using var beyond = await SendAsync(storage, client, HttpVerb.GET, "key", null, "partNumber=3");
        using var both = await SendAsync(storage, client, HttpVerb.GET, "key", null, "partNumber=1", ("Range", "bytes=0-1"));

        Assert.Equal(2, head.PartsCount);
        Assert.Equal(5, head.ContentLength);
        Assert.Equal("hello", await new StreamReader(second.ResponseStream).ReadToEndAsync());
        Assert.Equal("bytes 5242880-5242884/5242885", second.ContentRange);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Contains("<Code>InvalidPartNumber</Code>", await beyond.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, both.StatusCode);
    }

    [Fact]
    public async Task ReadOfTheOnlyPart_OfAnObjectThatWasPutAtOnce_IsAllOfIt()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var first = await SendAsync(storage, client, HttpVerb.GET, "key", null, "partNumber=1");
        using var second = await SendAsync(storage, client, HttpVerb.GET, "key", null, "partNumber=2");

        Assert.Equal(HttpStatusCode.PartialContent, first.StatusCode);
        Assert.Equal("hello", await first.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("x-amz-mp-parts-count"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, second.StatusCode);
    }

    private static async Task UploadAsync(AmazonS3Client client)
    {
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;
        List<PartETag> parts = [];
        foreach (var content in (string[])[new string('a', 5 * 1024 * 1024), "hello"])
        {
            using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
            parts.Add(new(await client.UploadPartAsync(new()
            {
                BucketName = "bucket",
                Key = "key",
                UploadId = upload,
                PartNumber = parts.Count + 1,
                InputStream = body,
            })));
        }

        await client.CompleteMultipartUploadAsync(new() { BucketName = "bucket", Key = "key", UploadId = upload, PartETags = parts });
    }
}
