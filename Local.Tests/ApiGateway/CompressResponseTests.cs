using System.IO.Compression;
using System.Text;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class CompressResponseTests
{
    [Theory]
    [InlineData("gzip, deflate, br", "gzip")]
    [InlineData("br, gzip;q=0.5", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip;q=0.1, deflate;q=0.9", "deflate")]
    public async Task Body_OfTheMinimumSize_IsCompressedAsTheClientAccepts(string accept, string coding)
    {
        await using var gateway = await StartAsync(10);

        var response = await GetAsync(gateway, accept);

        Assert.Equal(coding, Header(response, "Content-Encoding"));
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = coding == "gzip" ? new GZipStream(
            body, CompressionMode.Decompress) : new ZLibStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        Assert.Equal("0123456789", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData(10, "br")]
    [InlineData(10, "identity")]
    [InlineData(10, "gzip;q=0")]
    [InlineData(10, "gzip; q=0.0")]
    [InlineData(10, "*")]
    [InlineData(10, null)]
    [InlineData(11, "gzip")]
    [InlineData(null, "gzip")]
    public async Task OtherBodies_AreSentAsTheyAre(int? minimum, string? accept)
    {
        await using var gateway = await StartAsync(minimum);

        var response = await GetAsync(gateway, accept);

        Assert.Null(Header(response, "Content-Encoding"));
        Assert.Equal("0123456789", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task EncodedBody_IsNotCompressedAgain()
    {
        await using var gateway = await StartAsync(0);
        gateway.Functions.Answer("""{"headers":{"content-encoding":"zstd"},"body":"0123456789"}""");

        var response = await GetAsync(gateway, "gzip");

        Assert.Equal("zstd", Header(response, "Content-Encoding"));
        Assert.Equal("0123456789", await response.Content.ReadAsStringAsync());
    }

    private static async Task<RunningApiGateway> StartAsync(int? minimum)
    {
        var gateway = await RunningApiGateway.WithMethodAsync(api: new { MinimumCompressionSize = minimum });
        gateway.Functions.Answer("""{"body":"0123456789"}""");
        return gateway;
    }

    private static Task<HttpResponseMessage> GetAsync(RunningApiGateway gateway, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/dev/items");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        return gateway.Client.SendAsync(request);
    }
}
