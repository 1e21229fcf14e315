using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Origins;

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
    public static OriginRequest Build(CacheBehavior behavior, ViewerRequest request, string requestId)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        var ofTheConnection = ConnectionHeaders.NamedBy(request.Headers.Connection);
        foreach (var (name, values) in request.Headers)
        {
            if (!Replaced.Contains(name) && !ofTheConnection.Contains(name) && !IsOurs(name) && (Always.Contains(name) || Takes(
                behavior, request, name)))
            {
                headers[name] = values;
            }
        }

        AddReplaced(behavior, request, headers);
        AddDerived(behavior, request, headers);
        headers.Via = StringValues.Concat(request.Headers.Via, EdgeIdentity.Via(request.HttpVersion));
        headers["X-Amz-Cf-Id"] = requestId;
        var from = request.Headers["X-Forwarded-For"].ToString();
        headers["X-Forwarded-For"] = from.Length == 0 ? request.Address.ToString() : $"{from}, {request.Address}";
        foreach (var (name, value) in behavior.Origin.CustomHeaders)
        {
            headers[name] = value;
        }

        var query = QueryStrings.Take(request.Query, name =>
            behavior.Cache.QueryStrings.Takes(name, StringComparer.Ordinal)
            || behavior.OriginRequest.QueryStrings.Takes(name, StringComparer.Ordinal));
        return new()
        {
            Method = request.Method,
            Path = behavior.Origin.Path + request.Path,
            Query = query.Length == 0 ? "" : $"?{query}",
            Headers = headers,
            Body = request.Body,
            Timeout = behavior.Origin.ResponseTimeout,
        };
    }

    /// <summary>Whether cookies reach the origin, and so its cookies the viewer.</summary>
    public static bool ForwardsCookies(CacheBehavior behavior) =>
        behavior.Cache.Cookies.Kind != SelectionKind.None || behavior.OriginRequest.Cookies.Kind != SelectionKind.None;

    /// <summary>Whether a policy names this header, or takes all.</summary>
    public static bool PolicyTakes(CacheBehavior behavior, string name) =>
        behavior.Cache.Headers.Takes(name, StringComparer.OrdinalIgnoreCase)
        || behavior.OriginRequest.Headers.Takes(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsOurs(string name) =>
        ViewerHeaders.IsDerived(name) || name.StartsWith("X-Edge-", StringComparison.OrdinalIgnoreCase);

    private static bool Takes(CacheBehavior behavior, ViewerRequest request, string name) =>
        PolicyTakes(behavior, name)
        || (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && ForwardsAuthorization(behavior, request.Method));

    // Without a policy that takes it, the header goes with requests that change something, and with OPTIONS unless cached.
    private static bool ForwardsAuthorization(CacheBehavior behavior, string method) => method switch
    {
        "GET" or "HEAD" => false,
        "OPTIONS" => !behavior.CachedMethods.Contains("OPTIONS"),
        _ => true,
    };

    private static void AddReplaced(CacheBehavior behavior, ViewerRequest request, IHeaderDictionary headers)
    {
        headers.Host = PolicyTakes(behavior, "Host") ? request.Headers.Host : behavior.Origin.DomainName;
        headers.UserAgent = PolicyTakes(behavior, "User-Agent") ? request.Headers.UserAgent : "Amazon CloudFront";
        var cookies = Cookies.Take(request.Headers.Cookie, name =>
            behavior.Cache.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase)
            || behavior.OriginRequest.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase));
        if (cookies.Length > 0)
        {
            headers.Cookie = cookies;
        }

        var encodings = behavior.Cache.Gzip || behavior.Cache.Brotli
            ? AcceptEncoding.Normalize(request, behavior.Cache)
            : PolicyTakes(behavior, "Accept-Encoding") ? request.Headers.AcceptEncoding.ToString() : "";
        if (encodings.Length > 0)
        {
            headers.AcceptEncoding = encodings;
        }
    }

    private static void AddDerived(CacheBehavior behavior, ViewerRequest request, IHeaderDictionary headers)
    {
        var names = behavior.OriginRequest.CloudFrontHeaders.Concat(behavior.Cache.Headers.Names.Where(ViewerHeaders.IsDerived));
        foreach (var name in names)
        {
            if (ViewerHeaders.TryGet(request, name, out var values))
            {
                headers[name] = values;
            }
        }
    }
}
