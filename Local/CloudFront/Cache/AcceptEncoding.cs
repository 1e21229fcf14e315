using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// The normalized <c>Accept-Encoding</c>
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html, "Compression
/// support"): <c>br,gzip</c>, <c>br</c>, <c>gzip</c> or nothing, by what the viewer accepts and the cache policy enables.
/// </summary>
internal static class AcceptEncoding
{
    /// <summary>What goes into the cache key and to the origin; empty when nothing does.</summary>
    public static string Normalize(ViewerRequest request, CachePolicy policy)
    {
        // A request of HTTP/1.0 is served uncompressed.
        if (request.HttpVersion == "1.0" || !(policy.Gzip || policy.Brotli))
        {
            return "";
        }

        var brotli = policy.Brotli && Accepts(request.Headers, "br");
        var gzip = policy.Gzip && Accepts(request.Headers, "gzip");
        return (brotli, gzip) switch
        {
            (true, true) => "br,gzip",
            (true, false) => "br",
            (false, true) => "gzip",
            _ => "",
        };
    }

    private static bool Accepts(IHeaderDictionary headers, string coding) =>
        StringWithQualityHeaderValue.TryParseList(headers.AcceptEncoding, out var accepted)
        && accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
}
