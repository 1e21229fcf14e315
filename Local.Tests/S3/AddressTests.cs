using System.Net;
using Amazon.S3;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class AddressTests
{
    [Fact]
    public async Task PresignedUrls_PutAndGetWithoutCredentials()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello");
        using var got = await GetAsync(storage, client, "key");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task VirtualHostedAddress_FindsTheBucketByHostName()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "folder/key", "hello");
        var url = await client.GetPreSignedURLAsync(
            new() { BucketName = "bucket", Key = "folder/key", Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });

        using var virtualHosted = storage.Client(virtualHosted: true);
        var other = await virtualHosted.GetPreSignedURLAsync(
            new() { BucketName = "bucket", Key = "folder/key", Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });
        var target = new Uri(other);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{target.Port}{target.PathAndQuery}"));
        request.Headers.Host = target.Authority;
        using var got = await storage.Http.SendAsync(request);

        Assert.StartsWith($"http://localhost:{storage.Address.Port}/bucket/folder/key?", url, StringComparison.Ordinal);
        Assert.StartsWith($"http://bucket.localhost:{storage.Address.Port}/folder/key?", other, StringComparison.Ordinal);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
    }
}
