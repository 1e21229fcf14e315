using System.Net;
using Amazon.S3;

namespace Lexicon.Local.Tests.S3;

public sealed class ResponseHeaderTests
{
    [Theory]
    [InlineData("attachment; filename=\"\u4e2d.txt\"")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task Override_ThatNoHeaderCanHold_IsAnInvalidArgument(string disposition)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var answer = await AskAsync(storage, disposition);

        var document = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<Code>InvalidArgument</Code>", document, StringComparison.Ordinal);
        Assert.Contains("<ArgumentName>response-content-disposition</ArgumentName>", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Override_WithinTheCharactersOfAHeader_IsSent()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var answer = await AskAsync(storage, "attachment; filename=\"a.txt\"");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment; filename=\"a.txt\"", answer.Content.Headers.ContentDisposition!.ToString());
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningS3 storage, string disposition)
    {
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "hello" });
        var url = await client.GetPreSignedURLAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            Expires = DateTime.UtcNow.AddMinutes(1),
            Protocol = Protocol.HTTP,
            ResponseHeaderOverrides = new() { ContentDisposition = disposition },
        });
        return await storage.Http.GetAsync(url);
    }
}
