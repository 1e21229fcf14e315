using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Lexicon.Local.Tests.S3;

public sealed class MultipartTests
{
    [Fact]
    public async Task TransferUtility_LargeFile_ArrivesWholeWithAMultipartETag()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var content = RandomNumberGenerator.GetBytes(12 * 1024 * 1024);
        using var transfer = new TransferUtility(client, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 * 1024 * 1024 });

        await transfer.UploadAsync(new TransferUtilityUploadRequest
        {
            BucketName = "bucket",
            Key = "large",
            InputStream = new MemoryStream(content),
            PartSize = 5 * 1024 * 1024,
            ContentType = "image/png",
        });
        using var got = await client.GetObjectAsync("bucket", "large");
        using var read = new MemoryStream();
        await got.ResponseStream.CopyToAsync(read);

        Assert.Equal(content, read.ToArray());
        Assert.EndsWith("-3\"", got.ETag, StringComparison.Ordinal);
        Assert.Equal("image/png", got.Headers.ContentType);
        Assert.Empty(Directory.GetDirectories(Path.Combine(storage.Data, "s3", "bucket", "uploads")));
    }

    [Fact]
    public async Task Complete_SmallPartThatIsNotTheLast_IsEntityTooSmall()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;
        var one = await PartAsync(client, upload, 1, "one");
        var two = await PartAsync(client, upload, 2, "two");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.CompleteMultipartUploadAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            UploadId = upload,
            PartETags = [one, two],
        }));

        Assert.Equal("EntityTooSmall", refusal.ErrorCode);
    }

    [Fact]
    public async Task ListParts_NamesThemInOrder_AndAPartIsReplacedByItsNumber()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;
        await PartAsync(client, upload, 2, "two");
        await PartAsync(client, upload, 1, "one");
        await PartAsync(client, upload, 2, "other");

        var parts = await client.ListPartsAsync("bucket", "key", upload);
        var uploads = await client.ListMultipartUploadsAsync("bucket");

        Assert.Equal([(1, 3L), (2, 5L)], parts.Parts.Select(part => (part.PartNumber!.Value, part.Size!.Value)));
        Assert.Equal(upload, Assert.Single(uploads.MultipartUploads).UploadId);
    }

    [Fact]
    public async Task ListParts_GivesOnePageAfterTheOther()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;
        foreach (var number in (int[])[1, 2, 5])
        {
            await PartAsync(client, upload, number, "part");
        }

        var first = await client.ListPartsAsync(
            new ListPartsRequest { BucketName = "bucket", Key = "key", UploadId = upload, MaxParts = 2 });
        var second = await client.ListPartsAsync(new ListPartsRequest
        {
            BucketName = "bucket",
            Key = "key",
            UploadId = upload,
            PartNumberMarker = "2",
        });

        Assert.Equal((true, 2), (first.IsTruncated!.Value, first.NextPartNumberMarker!.Value));
        Assert.Equal([1, 2], first.Parts.Select(part => part.PartNumber!.Value));
        Assert.False(second.IsTruncated!.Value);
        Assert.Equal([5], second.Parts.Select(part => part.PartNumber!.Value));
    }

    [Fact]
    public async Task Abort_ForgetsTheUpload()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = (await client.InitiateMultipartUploadAsync("bucket", "key")).UploadId;

        await client.AbortMultipartUploadAsync("bucket", "key", upload);
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => PartAsync(client, upload, 1, "one"));

        Assert.Equal("NoSuchUpload", refusal.ErrorCode);
    }

    private static async Task<PartETag> PartAsync(AmazonS3Client client, string upload, int number, string content)
    {
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var part = await client.UploadPartAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            UploadId = upload,
            PartNumber = number,
            InputStream = body,
        });
        return new(number, part.ETag);
    }
}
