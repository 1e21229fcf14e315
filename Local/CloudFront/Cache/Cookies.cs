using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>The cookies of a request, kept as the viewer wrote and ordered them.</summary>
internal static class Cookies
{
    /// <summary>Those that a predicate takes, as one <c>Cookie</c> header; empty when there is none.</summary>
    public static string Take(StringValues header, Func<string, bool> takes) => string.Join(
        "; ",
        header.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(cookie => takes(NameOf(cookie))));

    private static string NameOf(string cookie)
    {
        var equals = cookie.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? cookie : cookie[..equals];
    }
}
