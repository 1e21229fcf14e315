using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// A cache key part by part, as it may be kept and shown: what the cache policy takes of the request, without the values of cookies, nor
/// of headers and parameters that are secret (<see cref="CacheKey"/>).
/// </summary>
internal static class ShownKey
{
    private const string Absent = "none sent";

    /// <summary>The key of a request; null where it does not use the cache.</summary>
    public static string? Of(EdgeExchange exchange)
    {
        if (exchange.Lookup is null)
        {
            return null;
        }

        var (request, policy) = (exchange.Request, exchange.Behavior!.Cache);
        return string.Join(
            "; ",
            $"path: {request.Path}",
            Part("query string", policy.QueryStrings, Query(request, policy)),
            Part("headers", policy.Headers, Headers(request, policy)),
            Part("cookies", policy.Cookies, CookiesOf(request, policy)),
            $"encoding: {Encoding(request, policy)}");
    }

    private static string Part(string name, Selection selection, string taken) => selection.Kind switch
    {
        SelectionKind.None => $"{name}: not in it",
        SelectionKind.Only => $"{name} (only {string.Join(", ", selection.Names)}): {Or(taken, Absent)}",
        SelectionKind.AllExcept => $"{name} (all but {string.Join(", ", selection.Names)}): {Or(taken, Absent)}",
        _ => $"{name} (all): {Or(taken, Absent)}",
    };

    private static string Query(ViewerRequest request, CachePolicy policy) =>
        policy.QueryStrings.Kind == SelectionKind.None ? ""
            : SecretQuery.Hide(QueryStrings.Take(request.Query, name => policy.QueryStrings.Takes(name, StringComparer.Ordinal)));

    private static string Headers(ViewerRequest request, CachePolicy policy) =>
        policy.Headers.Names.Count == 0 ? ""
            : string.Join(", ", policy.Headers.Names.Order(StringComparer.OrdinalIgnoreCase).Select(name =>
                ViewerHeaders.TryGet(request, name, out var values)
                    ? $"{name}={SecretText.HideHeader(name, values.ToString())}"
                    : $"{name} {Absent}"));

    private static string CookiesOf(ViewerRequest request, CachePolicy policy) =>
        policy.Cookies.Kind == SelectionKind.None ? ""
            : string.Join(", ", Cookies.Take(request.Headers.Cookie, name => policy.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase))
                .Split("; ", StringSplitOptions.RemoveEmptyEntries)
                .Select(cookie => $"{cookie.Split('=')[0]}={SecretText.Hidden}"));

    private static string Encoding(ViewerRequest request, CachePolicy policy) =>
        policy.Gzip || policy.Brotli ? Or(AcceptEncoding.Normalize(request, policy), "none accepted") : "not in it";

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;
}
