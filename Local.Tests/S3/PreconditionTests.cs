using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PreconditionTests
{
    [Theory]
    [InlineData("If-None-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", 304)]
    [InlineData("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [InlineData("If-Modified-Since", "Fri Jan  1 00:00:00 2100", 304)]
    [InlineData("If-Unmodified-Since", "Saturday, 01-Jan-00 00:00:00 GMT", 412)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    [InlineData("If-Unmodified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", 200)]
    public async Task Get_Condition_DecidesTheStatus(string name, string value, int status)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", (name, value));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "hello" : "", status == 412 ? "" : await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Put_IfNoneMatch_CreatesOnce()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        var request = new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "one", IfNoneMatch = "*" };

        await client.PutObjectAsync(request);
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(request));

        Assert.Equal("PreconditionFailed", refusal.ErrorCode);
        Assert.Equal("At least one of the pre-conditions you specified did not hold", refusal.Message);
    }

    [Fact]
    public async Task Put_ManyAtOnceIfNoneMatch_OneWins()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        var codes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                await client.PutObjectAsync(new()
                {
                    BucketName = "bucket",
                    Key = "key",
                    IfNoneMatch = "*",
                    ContentBody = i.ToString(CultureInfo.InvariantCulture),
                });
                return 200;
            }
            catch (AmazonS3Exception refusal)
            {
                return (int)refusal.StatusCode;
            }
        }));

        Assert.Equal(1, codes.Count(code => code == 200));
        Assert.Equal(15, codes.Count(code => code == 412));
    }
}
