using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// Makes the request for the origin (developer guide of CloudFront, "How CloudFront processes and forwards requests to
/// your custom origin"): what the cache policy and the origin request policy take, and what CloudFront forwards anyway.
/// </summary>
internal static class OriginRequestStep
{
    // Forwarded whatever the policies say.
    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache-Control", "Content-Length", "Content-MD5", "Content-Type", "Content-Encoding", "Content-Language", "Date", "From",
        "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Max-Forwards", "Pragma", "Range",
        "Request-Range", "Warning",
    };

    // Never forwarded as the viewer sent them.
    private static readonly HashSet<string> Replaced = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Encoding", "Connection", "Cookie", "Expect", "Host", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization",
        "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via", "X-Amz-Cf-Id",
        "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP",
    };

    /// <summary>The origin's request.</summary>
    public static OriginRequest Build(Behaviour behaviour, ViewerRequest request, string requestId)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        var ofTheConnection = ConnectionHeaders.NamedBy(request.Headers.Connection);
        foreach (var (name, values) in request.Headers)
        {
            if (!Replaced.Contains(name) && !ofTheConnection.Contains(name) && !IsOurs(name) && (Always.Contains(name) || Takes(behaviour, request, name)))
            {
                headers[name] = values;
            }
        }

        AddReplaced(behaviour, request, headers);
        AddDerived(behaviour, request, headers);
        headers.Via = StringValues.Concat(request.Headers.Via, EdgeIdentity.Via(request.HttpVersion));
        headers["X-Amz-Cf-Id"] = requestId;
        var from = request.Headers["X-Forwarded-For"].ToString();
        headers["X-Forwarded-For"] = from.Length == 0 ? request.Address.ToString() : $"{from}, {request.Address}";
        foreach (var (name, value) in behaviour.Origin.CustomHeaders)
        {
            headers[name] = value;
        }

        var query = QueryStrings.Take(request.Query, name =>
            behaviour.Cache.QueryStrings.Takes(name, StringComparer.Ordinal)
            || behaviour.OriginRequest.QueryStrings.Takes(name, StringComparer.Ordinal));
        return new()
        {
            Method = request.Method,
            Path = behaviour.Origin.Path + request.Path,
            Query = query.Length == 0 ? "" : $"?{query}",
            Headers = headers,
            Body = request.Body,
            Timeout = behaviour.Origin.ResponseTimeout,
        };
    }

    /// <summary>Whether cookies reach the origin, and so its cookies the viewer.</summary>
    public static bool ForwardsCookies(Behaviour behaviour) =>
        behaviour.Cache.Cookies.Kind != SelectionKind.None || behaviour.OriginRequest.Cookies.Kind != SelectionKind.None;

    /// <summary>Whether a policy names this header, or takes all.</summary>
    public static bool PolicyTakes(Behaviour behaviour, string name) =>
        behaviour.Cache.Headers.Takes(name, StringComparer.OrdinalIgnoreCase)
        || behaviour.OriginRequest.Headers.Takes(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsOurs(string name) =>
        ViewerHeaders.IsDerived(name) || name.StartsWith("X-Edge-", StringComparison.OrdinalIgnoreCase);

    private static bool Takes(Behaviour behaviour, ViewerRequest request, string name) =>
        PolicyTakes(behaviour, name)
        || (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && ForwardsAuthorization(behaviour, request.Method));

    // Without a policy that takes it, the header goes with requests that change something, and with OPTIONS unless cached.
    private static bool ForwardsAuthorization(Behaviour behaviour, string method) => method switch
    {
        "GET" or "HEAD" => false,
        "OPTIONS" => !behaviour.CachedMethods.Contains("OPTIONS"),
        _ => true,
    };

    private static void AddReplaced(Behaviour behaviour, ViewerRequest request, IHeaderDictionary headers)
    {
        headers.Host = PolicyTakes(behaviour, "Host") ? request.Headers.Host : behaviour.Origin.DomainName;
        headers.UserAgent = PolicyTakes(behaviour, "User-Agent") ? request.Headers.UserAgent : "Amazon CloudFront";
        var cookies = Cookies.Take(request.Headers.Cookie, name =>
            behaviour.Cache.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase)
            || behaviour.OriginRequest.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase));
        if (cookies.Length > 0)
        {
            headers.Cookie = cookies;
        }

        var encodings = behaviour.Cache.Gzip || behaviour.Cache.Brotli
            ? AcceptEncoding.Normalize(request, behaviour.Cache)
            : PolicyTakes(behaviour, "Accept-Encoding") ? request.Headers.AcceptEncoding.ToString() : "";
        if (encodings.Length > 0)
        {
            headers.AcceptEncoding = encodings;
        }
    }

    private static void AddDerived(Behaviour behaviour, ViewerRequest request, IHeaderDictionary headers)
    {
        var names = behaviour.OriginRequest.CloudFrontHeaders.Concat(behaviour.Cache.Headers.Names.Where(ViewerHeaders.IsDerived));
        foreach (var name in names)
        {
            if (ViewerHeaders.TryGet(request, name, out var values))
            {
                headers[name] = values;
            }
        }
    }
}
