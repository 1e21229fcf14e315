using System.Collections.Frozen;
using System.Globalization;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// The headers that an event carries: those of the request without the ones that belong to the connection, and what API
/// Gateway adds
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis).
/// </summary>
internal static class EventHeaders
{
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Content-Length", "Content-MD5", "Expect", "Keep-Alive", "Max-Forwards", "Proxy-Authenticate", "Server",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "WWW-Authenticate");

    /// <summary>All values by name, in the order of names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> For(Exchange exchange)
    {
        var request = exchange.Request;
        var headers = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            if (!Dropped.Contains(name) && !(request.IsDecompressed && IsCoding(name)) && values.Count > 0)
            {
                headers[name] = [.. values.Select(value => HeaderBytes.Text(value ?? ""))];
            }
        }

        string[] path = [.. headers.GetValueOrDefault("X-Forwarded-For") ?? [], request.SourceIp];
        Set(headers, TraceHeader.Name, TraceContext.ForEvent(exchange));
        Set(headers, "X-Forwarded-For", string.Join(", ", path));
        Set(headers, "X-Forwarded-Port", request.Port.ToString(CultureInfo.InvariantCulture));
        Set(headers, "X-Forwarded-Proto", request.Scheme);
        return headers;
    }

    // It would say of the body what is no longer so.
    private static bool IsCoding(string name) => name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase);

    // The name is API Gateway's, not the client's.
    private static void Set(SortedDictionary<string, IReadOnlyList<string>> headers, string name, string value)
    {
        headers.Remove(name);
        headers[name] = [value];
    }
}
