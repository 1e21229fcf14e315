using System.Net;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>
/// Parameters that S3 does not know change nothing (https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html, "Custom access
/// log information"); those of its own operations that are not served are refused by name.
/// </summary>
public sealed class UnknownParameterTests
{
    [Theory]
    [InlineData("x-user=jane")]
    [InlineData("v=123&utm_source=mail")]
    public async Task Get_ParameterThatS3DoesNotKnow_ChangesNothing(string query)
    {
        await using var storage = await OpenBucket.StartAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        Assert.Equal("hello", await storage.Http.GetStringAsync($"/bucket/key?{query}"));
    }

    [Fact]
    public async Task Get_OverrideThatS3DoesNotKnow_SetsNoHeader()
    {
        await using var storage = await OpenBucket.StartAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await storage.Http.GetAsync("/bucket/key?response-x-foo=bar");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("x-foo"));
    }

    [Theory]
    [InlineData("acl")]
    [InlineData("torrent")]
    [InlineData("retention")]
    public async Task Get_OperationThatIsNotServed_IsRefusedByName(string operation)
    {
        await using var storage = await OpenBucket.StartAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await storage.Http.GetAsync($"/bucket/key?{operation}");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains($"?{operation}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
