using System.Net;
using Amazon.S3;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class ChecksumTests
{
    [Fact]
    public async Task Put_WrongContentMd5_IsBadDigestAndChangesNothing()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "one");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            ContentBody = "two",
            MD5Digest = "XUFAKrxLKna5cZ2REBfFkg==",
        }));

        Assert.Equal("BadDigest", refusal.ErrorCode);
        Assert.Equal("one", await ReadAsync(client, "key"));
    }

    [Theory]
    [InlineData("CRC32", "NhCmhg==")]
    [InlineData("CRC32C", "mnG7TA==")]
    [InlineData("CRC64NVME", "M3eFcAZSQlc=")]
    [InlineData("SHA1", "qvTGHdzF6KLavt4PO0gs2a6pQ00=")]
    [InlineData("SHA256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")]
    public async Task Put_ChecksumAlgorithm_IsCheckedStoredAndAnswered(string algorithm, string expected)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var name = $"x-amz-checksum-{algorithm.ToLowerInvariant()}";

        using var refused = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", (name, Convert.ToBase64String(new byte[4])));
        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", (name, expected));
        using var got = await GetAsync(storage, client, "key", ("x-amz-checksum-mode", "ENABLED"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(expected, got.Headers.GetValues(name).Single());
    }
}
