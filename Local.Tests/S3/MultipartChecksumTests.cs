using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Lexicon.Local.Iam;
using Lexicon.Local.S3.Operations;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.S3.ObjectRequests;
using Checksum = Lexicon.Local.S3.Storage.Checksum;

namespace Lexicon.Local.Tests.S3;

/// <summary>Every algorithm and type that S3 documents for uploads in parts, from their beginning to a read.</summary>
public sealed class MultipartChecksumTests
{
    private static readonly string First = new('a', 5 * 1024 * 1024);

    [Theory]
    [InlineData("CRC32", null, "COMPOSITE")]
    [InlineData("CRC32", "FULL_OBJECT", "FULL_OBJECT")]
    [InlineData("CRC32C", null, "COMPOSITE")]
    [InlineData("CRC32C", "FULL_OBJECT", "FULL_OBJECT")]
    [InlineData("CRC64NVME", null, "FULL_OBJECT")]
    [InlineData("SHA1", null, "COMPOSITE")]
    [InlineData("SHA256", "COMPOSITE", "COMPOSITE")]
    public async Task Upload_HasItsChecksumFromBeginningToRead(string algorithm, string? type, string expectedType)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = await BeginAsync(client, algorithm, type, expectedType);
        var header = $"x-amz-checksum-{algorithm.ToLowerInvariant()}";

        var first = await PartAsync(storage, client, upload, 1, First, header);
        var second = await PartAsync(storage, client, upload, 2, "hello", header);
        var completed = await client.CompleteMultipartUploadAsync(Completion(upload, algorithm, first, second));
        using var head = await SendAsync(storage, client, HttpVerb.HEAD, "key", null, ("x-amz-checksum-mode", "ENABLED"));

        var expected = expectedType == "COMPOSITE"
            ? $"{Of(algorithm, [.. Convert.FromBase64String(first.Checksum), .. Convert.FromBase64String(second.Checksum)])}-2"
            : Of(algorithm, Encoding.UTF8.GetBytes(First + "hello"));
        Assert.Equal(expected, Assert.Single(head.Headers.GetValues(header)));
        Assert.Equal(expectedType, Assert.Single(head.Headers.GetValues("x-amz-checksum-type")));
        Assert.Equal(expected, typeof(CompleteMultipartUploadResponse).GetProperty($"Checksum{algorithm}")!.GetValue(completed));
        Assert.Equal(expectedType, completed.ChecksumType.Value);
        Assert.Equal(ServerSideEncryptionMethod.AES256, completed.ServerSideEncryptionMethod);
    }

    [Theory]
    [InlineData("SHA256", "FULL_OBJECT", "The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm.")]
    [InlineData("CRC64NVME", "COMPOSITE", "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.")]
    [InlineData(null, "COMPOSITE", "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.")]
    [InlineData("MD4", null, "Checksum algorithm provided is unsupported.")]
    public void Begin_WithWhatDoesNotGoTogether_IsRefused(string? algorithm, string? type, string message)
    {
        var headers = new HeaderDictionary { ["x-amz-checksum-algorithm"] = algorithm, ["x-amz-checksum-type"] = type };
        var request = new S3Request { Method = "POST", Caller = Caller.Root, Headers = headers };

        var refusal = Assert.Throws<S3Exception>(() => MultipartChecksum.Chosen(request));

        Assert.Equal((400, "InvalidRequest"), (refusal.Status, refusal.Code));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_WithAnotherChecksumThanTheUploadHas_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = await BeginAsync(client, "SHA256", null, "COMPOSITE");

        using var other = await SendAsync(
            storage, client, HttpVerb.PUT, "key", "hello", $"partNumber=1&uploadId={upload}", ("x-amz-checksum-crc32", "NhCmhg=="));
        using var none = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", $"partNumber=1&uploadId={upload}");

        Assert.Contains(
            "expected checksum Type: sha256, actual checksum Type: crc32<",
            await other.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Contains(
            "expected checksum Type: sha256, actual checksum Type: null<",
            await none.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_SaysWhichPartLacksItsChecksum_AndRefusesAWrongOne()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = await BeginAsync(client, "SHA1", null, "COMPOSITE");
        var part = await PartAsync(storage, client, upload, 1, "hello", "x-amz-checksum-sha1");

        var missing = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => client.CompleteMultipartUploadAsync(Completion(upload, "CRC32", part)));
        var wrong = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => client.CompleteMultipartUploadAsync(Completion(upload, "SHA1", part with { Checksum = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" })));

        Assert.Equal(
            "The upload was created using a sha1 checksum. The complete request must include the checksum for each part. It was missing "
                + "for part 1 in the request.",
            missing.Message);
        Assert.Equal("InvalidPart", wrong.ErrorCode);
    }

    [Fact]
    public async Task WithoutAChoice_ObjectsHaveTheDefaultChecksum()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello");

        Assert.Equal("M3eFcAZSQlc=", Assert.Single(put.Headers.GetValues("x-amz-checksum-crc64nvme")));
    }

    [Fact]
    public async Task Attributes_TellChecksumAndParts()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var upload = await BeginAsync(client, "CRC32", null, "COMPOSITE");
        var part = await PartAsync(storage, client, upload, 1, "hello", "x-amz-checksum-crc32");
        await client.CompleteMultipartUploadAsync(Completion(upload, "CRC32", part));

        var attributes = await client.GetObjectAttributesAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            ObjectAttributes = [ObjectAttributes.Checksum, ObjectAttributes.ObjectParts, ObjectAttributes.ObjectSize],
        });

        Assert.Equal(5, attributes.ObjectSize);
        Assert.EndsWith("-1", attributes.Checksum.ChecksumCRC32, StringComparison.Ordinal);
        Assert.Equal("NhCmhg==", Assert.Single(attributes.ObjectParts.Parts).ChecksumCRC32);
    }

    private static async Task<string> BeginAsync(AmazonS3Client client, string algorithm, string? type, string expectedType)
    {
        var request =
            new InitiateMultipartUploadRequest
            {
                BucketName = "bucket",
                Key = "key",
                ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm),
            };
        if (type is not null)
        {
            request.ChecksumType = ChecksumType.FindValue(type);
        }

        var begun = await client.InitiateMultipartUploadAsync(request);
        Assert.Equal((algorithm, expectedType), (begun.ChecksumAlgorithm.Value, begun.ChecksumType.Value));
        Assert.Equal(ServerSideEncryptionMethod.AES256, begun.ServerSideEncryptionMethod);
        return begun.UploadId;
    }

    // Sends the part with its checksum and gives what the answer has.
    private static async Task<Part> PartAsync(
        RunningS3 storage, AmazonS3Client client, string upload, int number, string content, string header)
    {
        var algorithm = header["x-amz-checksum-".Length..].ToUpperInvariant();
        using var part = await SendAsync(
            storage, client, HttpVerb.PUT, "key", content, $"partNumber={number}&uploadId={upload}", (header, Of(
                algorithm, Encoding.UTF8.GetBytes(content))));
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.Equal("AES256", Assert.Single(part.Headers.GetValues("x-amz-server-side-encryption")));
        return new(number, part.Headers.ETag!.Tag, Assert.Single(part.Headers.GetValues(header)));
    }

    private static CompleteMultipartUploadRequest Completion(string upload, string algorithm, params Part[] parts) => new()
    {
        BucketName = "bucket",
        Key = "key",
        UploadId = upload,
        PartETags = [.. parts.Select(part => Named(part, algorithm))],
    };

    private static PartETag Named(Part part, string algorithm)
    {
        var named = new PartETag(part.Number, part.ETag);
        typeof(PartETag).GetProperty($"Checksum{algorithm}")!.SetValue(named, part.Checksum);
        return named;
    }

    private static string Of(string algorithm, byte[] content)
    {
        using var checksum = Checksum.Create(algorithm);
        checksum.Append(content);
        return checksum.ToBase64();
    }

    private sealed record Part(int Number, string ETag, string Checksum);
}
