namespace Lexicon.Local.CloudFront.Origins;

/// <summary>The headers that are of one connection and go no further (https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1).</summary>
internal static class ConnectionHeaders
{
    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Whether a header is always of one connection.</summary>
    public static bool Contains(string name) => Always.Contains(name);

    /// <summary>The headers that <c>Connection</c> names; what every message needs cannot be taken away so.</summary>
    public static HashSet<string> NamedBy(IEnumerable<string?> lines)
    {
        var named = lines
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        named.ExceptWith(["Host", "Content-Length", "Content-Type", "Cache-Control", "Authorization", "Cookie"]);
        return named;
    }
}
