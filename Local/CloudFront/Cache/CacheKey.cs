using System.Globalization;
using System.Text;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// The cache key (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html): the
/// distribution and the path, and what the cache policy takes of headers, cookies and query string. Every part carries its length,
/// so no two requests that differ in a part share a key.
/// </summary>
internal static class CacheKey
{
    /// <summary>The key of a request.</summary>
    /// <param name="distribution">Its distribution's id.</param>
    /// <param name="method">The method whose response is meant: HEAD may use that of GET.</param>
    /// <param name="request">The request.</param>
    /// <param name="policy">The behavior's cache policy.</param>
    public static string For(string distribution, string method, ViewerRequest request, CachePolicy policy)
    {
        var key = new StringBuilder();
        Add(key, distribution);
        Add(key, method);
        Add(key, request.Path);
        Add(key, QueryStrings.Take(request.Query, name => policy.QueryStrings.Takes(name, StringComparer.Ordinal)));
        Add(key, Cookies.Take(request.Headers.Cookie, name => policy.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase)));
        Add(key, AcceptEncoding.Normalize(request, policy));
        foreach (var name in policy.Headers.Names.Order(StringComparer.OrdinalIgnoreCase))
        {
            // An absent header is not an empty one.
            var present = ViewerHeaders.TryGet(request, name, out var values);
            Add(key, present ? "+" : "-");
            Add(key, values.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var value in values)
            {
                Add(key, value ?? "");
            }
        }

        return key.ToString();
    }

    /// <summary>The key of the part of an object that a request asks for.</summary>
    public static string ForPart(string key, ViewerRequest request) => $"{key}range:{request.Headers.Range}";

    /// <summary>What an invalidation names: the path with the parameters of its query string that are in the key.</summary>
    public static string PathOf(ViewerRequest request, CachePolicy policy)
    {
        var query = QueryStrings.Take(request.Query, name => policy.QueryStrings.Takes(name, StringComparer.Ordinal));
        return query.Length == 0 ? request.Path : $"{request.Path}?{query}";
    }

    private static void Add(StringBuilder key, string part) =>
        key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
}
