namespace Lexicon.Local.CloudFront.Cache;

/// <summary>The parameters of a query string, kept as the viewer encoded and ordered them.</summary>
internal static class QueryStrings
{
    /// <summary>Those that a predicate takes, by their decoded names.</summary>
    public static string Take(string query, Func<string, bool> takes) => query.Length == 0 ? "" : string.Join(
        '&', query.Split('&').Where(parameter => takes(NameOf(parameter))));

    private static string NameOf(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        return Uri.UnescapeDataString((equals < 0 ? parameter : parameter[..equals]).Replace('+', ' '));
    }
}
