using Amazon.S3.Model;

namespace Lexicon.Local.Tests.S3;

/// <summary>
/// Pages of uploads and of buckets (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html,
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html).
/// </summary>
public sealed class MultipartListingTests
{
    [Fact]
    public async Task ListMultipartUploads_PagesByKeyAndId()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        foreach (var key in (string[])["b", "a", "a", "c/1"])
        {
            await client.InitiateMultipartUploadAsync(new() { BucketName = "bucket", Key = key });
        }

        var seen = new List<(string Key, string Id)>();
        var request = new ListMultipartUploadsRequest { BucketName = "bucket", MaxUploads = 1 };
        while (true)
        {
            var page = await client.ListMultipartUploadsAsync(request);
            seen.Add((Assert.Single(page.MultipartUploads).Key, page.MultipartUploads[0].UploadId));
            Assert.Equal(1, page.MaxUploads);
            if (page.IsTruncated != true)
            {
                break;
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }

        Assert.Equal(["a", "a", "b", "c/1"], seen.Select(upload => upload.Key));
        Assert.Equal(4, seen.Distinct().Count());
    }

    [Fact]
    public async Task ListMultipartUploads_KeyMarkerAlone_BeginsBehindTheKey()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await client.InitiateMultipartUploadAsync(new() { BucketName = "bucket", Key = "a" });
        await client.InitiateMultipartUploadAsync(new() { BucketName = "bucket", Key = "b/1" });
        await client.InitiateMultipartUploadAsync(new() { BucketName = "bucket", Key = "b/2" });

        var page = await client.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = "bucket", KeyMarker = "a", Delimiter = "/" });

        Assert.Equal(["b/"], page.CommonPrefixes);
        Assert.Empty(page.MultipartUploads ?? []);
    }

    [Fact]
    public async Task ListBuckets_PagesByPrefix()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        storage.Bucket("bucket-two");
        storage.Bucket("other");
        using var client = storage.Client();

        var first = await client.ListBucketsAsync(new ListBucketsRequest { Prefix = "bucket", MaxBuckets = 1 });
        var second = await client.ListBucketsAsync(
            new ListBucketsRequest { Prefix = "bucket", MaxBuckets = 1, ContinuationToken = first.ContinuationToken });

        Assert.Equal("bucket", Assert.Single(first.Buckets).BucketName);
        Assert.Equal("bucket-two", Assert.Single(second.Buckets).BucketName);
        Assert.Null(second.ContinuationToken);
    }
}
