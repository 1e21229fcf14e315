using System.Net;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>
/// The credentials of the person at this machine are public, so a web page of anyone could sign requests with them. It must not
/// get through: neither by a name of its own that resolves to this machine, nor from another site.
/// </summary>
internal static class BrowserGuard
{
    /// <summary>Why the request must be refused; null when it may continue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signed">Whether it carries a signature.</param>
    public static string? ReasonToRefuse(HttpRequest request, bool signed)
    {
        if (!IsThisMachine(request.Host.Host))
        {
            return $"This endpoint answers to names of this machine only, not to '{request.Host.Host}'.";
        }

        if (!signed)
        {
            return null;
        }

        if (IsForeign(request))
        {
            return $"Signed requests of web pages from '{request.Headers.Origin}' are refused.";
        }

        return request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? "Signed requests of web pages from another site are refused."
            : null;
    }

    /// <summary>Whether a web page of another machine makes the request.</summary>
    public static bool IsForeign(HttpRequest request) => request.Headers.Origin is { Count: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsThisMachine(from.Host));

    /// <summary>Whether a host name is one of this machine; <c>bucket.localhost</c> is the virtual-hosted style of S3.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
