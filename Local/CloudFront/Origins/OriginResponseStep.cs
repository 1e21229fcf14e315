using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Removes and replaces headers of the origin's answer (developer guide of CloudFront, "HTTP response headers that
/// CloudFront removes or replaces").
/// </summary>
internal static class OriginResponseStep
{
    private static readonly string[] Removed = ["Connection", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade", "Via"];

    /// <summary>The headers that stay.</summary>
    public static IHeaderDictionary Headers(CacheBehavior behavior, OriginResponse response, DateTimeOffset now)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in response.Headers)
        {
            headers[name] = values;
        }

        foreach (var name in Removed)
        {
            headers.Remove(name);
        }

        if (!OriginRequestStep.ForwardsCookies(behavior))
        {
            headers.Remove("Set-Cookie");
        }

        if (headers.Date.Count == 0)
        {
            headers.Date = now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        KeepVary(behavior, headers);
        return headers;
    }

    private static void KeepVary(CacheBehavior behavior, IHeaderDictionary headers)
    {
        var kept = headers.Vary
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(name => name is "*"
                || name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
                || OriginRequestStep.PolicyTakes(behavior, name));
        headers.Vary = string.Join(", ", kept);
        if (headers.Vary.ToString().Length == 0)
        {
            headers.Remove("Vary");
        }
    }
}
