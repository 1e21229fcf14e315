using System.Globalization;
using System.IO.Compression;
using System.Net;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    public async Task Compression_ByWhatTheViewerAccepts_MakesTheETagWeak(string accepted, string? coding)
    {
        await using var edge = await RunningCloudFront.StartAsync(pages: new { Compress = true });
        var page = string.Concat(Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        await edge.PutAsync("index.html", page);

        using var response = await edge.GetAsync("/", ("Accept-Encoding", accepted));
        using var again = await edge.GetAsync("/", ("Accept-Encoding", accepted), ("If-None-Match", response.Headers.ETag!.ToString()));

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(coding is not null, response.Headers.ETag!.IsWeak);
        Assert.Equal(coding is null ? [] : ["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(page, await DecodeAsync(response));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData(999, "text/html", false)]
    [InlineData(1000, "text/html; charset=utf-8", true)]
    [InlineData(1000, "image/png", false)]
    public async Task Compression_BySizeAndType(int size, string type, bool compressed)
    {
        await using var edge = await RunningCloudFront.StartAsync(pages: new { Compress = true });
        await edge.PutAsync("a", new string('a', size), type);

        using var response = await edge.GetAsync("/a", ("Accept-Encoding", "gzip"));

        Assert.Equal(compressed, response.Content.Headers.ContentEncoding.Count > 0);
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage response)
    {
        var stream = await response.Content.ReadAsStreamAsync();
        var decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        return await new StreamReader(decoded).ReadToEndAsync();
    }
}
