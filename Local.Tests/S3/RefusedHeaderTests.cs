using System.Net;
using Amazon.S3;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>
/// Headers that a client relies on, and that S3 refuses (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
/// </summary>
public sealed class RefusedHeaderTests
{
    [Theory]
    [InlineData("x-amz-storage-class", "COLD", 400, "InvalidStorageClass")]
    [InlineData("x-amz-server-side-encryption", "aes", 400, "InvalidEncryptionAlgorithmError")]
    [InlineData("x-amz-server-side-encryption", "aws:kms", 501, "NotImplemented")]
    [InlineData("x-amz-server-side-encryption-customer-key", "abc", 501, "NotImplemented")]
    [InlineData("x-amz-grant-read", "id=1", 400, "AccessControlListNotSupported")]
    public async Task Put_Header_IsRefused(string name, string value, int status, string code)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var response = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", (name, value));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithTheCustomersKey_IsRefusedByName()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", ("x-amz-server-side-encryption-customer-algorithm", "AES256"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Get_OfAnArchivedObject_IsRefused_AndHeadIsNot()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", ("x-amz-storage-class", "GLACIER"));

        using var get = await GetAsync(storage, client, "key");
        using var head = await SendAsync(storage, client, HttpVerb.HEAD, "key", null);

        Assert.Contains("<Code>InvalidObjectState</Code>", await get.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }
}
