using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class DecompressRequestTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    public async Task CompressedBody_ReachesTheFunctionAsItWas(string coding)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        var response = await PostAsync(gateway, coding, Compress(coding, "h\u00e9llo"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("h\u00e9llo", (string?)gateway.Functions.Event["body"]);
        Assert.Null(gateway.Functions.Event["headers"]!["Content-Encoding"]);
    }

    [Fact]
    public async Task IdentityAndNoBody_AreLeftAlone()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        Assert.Equal(200, (int)(await PostAsync(gateway, "identity", "x"u8.ToArray())).StatusCode);
        Assert.Equal("x", (string?)gateway.Functions.Event["body"]);
        Assert.Equal("identity", (string?)gateway.Functions.Event["headers"]!["Content-Encoding"]);
        Assert.Equal(200, (int)(await PostAsync(gateway, "br", [])).StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task OtherCodingsAndBodiesNotInTheirs_AreAnUnsupportedMediaType(string coding)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        await FailureAsync(
            await PostAsync(gateway, coding, "plain text"u8.ToArray()),
            415,
            "BadRequestException",
            """{"message": "Unsupported Media Type"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task BodyThatIsTooLargeWhenItIsPlain_IsTooLarge()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        Assert.Equal(413, (int)(await PostAsync(gateway, "gzip", Compress("gzip", new string('x', 10_485_761)))).StatusCode);
    }

    private static byte[] Compress(string coding, string text)
    {
        using var output = new MemoryStream();
        using (Stream compressor = coding == "deflate"
            ? new ZLibStream(output, CompressionLevel.Fastest)
            : new GZipStream(output, CompressionLevel.Fastest))
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApiGateway gateway, string coding, byte[] body)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return gateway.Client.PostAsync("/dev/items", content);
    }
}
