using System.Net;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-1", "he", "bytes 0-1/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=1-99", "ello", "bytes 1-4/5")]
    [InlineData("bytes=1-99999999999999999999", "ello", "bytes 1-4/5")]
    [InlineData("bytes=-99999999999999999999", "hello", "bytes 0-4/5")]
    public async Task Get_Range_AnswersThePart(string range, string expected, string contentRange)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Get_RangeBehindTheEnd_Is416WithTheSize()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", ("Range", "bytes=5-"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Contains(
            "<Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested>bytes=5-</RangeRequested>"
            + "<ActualObjectSize>5</ActualObjectSize>",
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
