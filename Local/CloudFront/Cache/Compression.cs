using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// Compression at the edge (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html).
/// </summary>
internal static class Compression
{
    private const int Smallest = 1_000;
    private const int Largest = 10_000_000;
    private static readonly HashSet<int> Statuses = [200, 403, 404];
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/dash+xml", "application/eot", "application/font", "application/font-sfnt", "application/javascript",
        "application/json", "application/opentype", "application/otf", "application/pdf", "application/pkcs7-mime",
        "application/protobuf", "application/rss+xml", "application/truetype", "application/ttf",
        "application/vnd.apple.mpegurl", "application/vnd.mapbox-vector-tile", "application/vnd.ms-fontobject",
        "application/wasm", "application/xhtml+xml", "application/xml", "application/x-font-opentype",
        "application/x-font-truetype", "application/x-font-ttf", "application/x-httpd-cgi", "application/x-javascript",
        "application/x-mpegurl", "application/x-opentype", "application/x-otf", "application/x-perl", "application/x-ttf",
        "font/eot", "font/opentype", "font/otf", "font/ttf", "image/svg+xml", "text/css", "text/csv", "text/html",
        "text/javascript", "text/js", "text/plain", "text/richtext", "text/tab-separated-values", "text/xml",
        "text/x-component", "text/x-java-source", "text/x-script", "vnd.apple.mpegurl",
    };

    /// <summary>Whether a response is compressed.</summary>
    /// <param name="behavior">Says whether to compress.</param>
    /// <param name="accepted">The normalized <c>Accept-Encoding</c>.</param>
    /// <param name="status">The origin's status code.</param>
    /// <param name="headers">The origin's headers.</param>
    /// <param name="length">The length that the origin declared, if it did.</param>
    public static bool Applies(CacheBehavior behavior, string accepted, int status, IHeaderDictionary headers, long? length) =>
        behavior.Compress && accepted.Length > 0 && length is >= Smallest and <= Largest
        && Statuses.Contains(status) && headers.ContentEncoding.Count == 0
        && Types.Contains(headers.ContentType.ToString().Split(';')[0].Trim());

    /// <summary>The body as the viewer gets it; headers change with it.</summary>
    public static ReadOnlyMemory<byte> Apply(string accepted, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        var coding = accepted.StartsWith("br", StringComparison.Ordinal) ? "br" : "gzip";
        headers.ContentEncoding = coding;
        headers.Vary = Vary(headers.Vary);
        Weaken(headers);
        return Compress(coding, body.Span);
    }

    private static byte[] Compress(string coding, ReadOnlySpan<byte> body)
    {
        using var compressed = new MemoryStream();
        using (Stream coder = coding == "br"
            ? new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            coder.Write(body);
        }

        return compressed.ToArray();
    }

    private static StringValues Vary(StringValues vary) =>
        vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase)
            ? vary
            : vary.Count == 0 ? "Accept-Encoding" : $"{vary}, Accept-Encoding";

    // A strong tag becomes weak, a weak one stays, anything else goes.
    private static void Weaken(IHeaderDictionary headers)
    {
        var etag = headers.ETag.ToString();
        if (etag.StartsWith('"'))
        {
            headers.ETag = $"W/{etag}";
        }
        else if (!etag.StartsWith("W/", StringComparison.Ordinal))
        {
            headers.Remove("ETag");
        }
    }
}
