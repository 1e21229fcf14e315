using System.Globalization;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Removes and replaces headers of the origin's response
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "HTTP response
/// headers that CloudFront removes or replaces").
/// </summary>
internal static class OriginResponseHeaders
{
    private static readonly string[] Removed = ["Connection", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade", "Via"];

    /// <summary>The headers that stay.</summary>
    public static IHeaderDictionary From(OriginResponse response, CacheBehavior behavior, DateTimeOffset now)
    {
        var headers = response.Headers.Copy();
        foreach (var name in Removed)
        {
            headers.Remove(name);
        }

        if (!behavior.ForwardsCookies)
        {
            headers.Remove("Set-Cookie");
        }

        if (headers.Date.Count == 0)
        {
            headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        }

        KeepVary(behavior, headers);
        return headers;
    }

    private static void KeepVary(CacheBehavior behavior, IHeaderDictionary headers)
    {
        var kept = headers.Vary
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(name => StaysInVary(behavior, name));
        headers.Vary = string.Join(", ", kept);
        if (headers.Vary.ToString().Length == 0)
        {
            headers.Remove("Vary");
        }
    }

    // An asterisk means something only where the minimum TTL is zero.
    private static bool StaysInVary(CacheBehavior behavior, string name) => name.ToUpperInvariant() switch
    {
        "*" => behavior.Cache.MinTtl == TimeSpan.Zero,
        "ACCEPT-ENCODING" or "COOKIE" => true,
        "USER-AGENT" => behavior.TellsDevice || behavior.TakesHeader(name),
        _ => behavior.TakesHeader(name),
    };
}
