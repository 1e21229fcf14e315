using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Builds the request for the origin
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "How CloudFront
/// processes and forwards requests to your custom origin"): what the cache policy and the origin request policy take, and what
/// CloudFront forwards anyway.
/// </summary>
internal static class OriginRequestBuilder
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
    public static OriginRequest Build(EdgeExchange exchange)
    {
        var (behavior, request) = (exchange.Behavior!, exchange.Request);
        var query = QueryStrings.Take(request.Query, behavior.TakesQueryString);
        return new()
        {
            Method = request.Method,
            Path = behavior.Origin.Path + request.Path,
            Query = query.Length == 0 ? "" : $"?{query}",
            Headers = Headers(exchange, behavior, request),
            Body = request.Body,
            Timeout = behavior.Origin.ResponseTimeout,
        };
    }

    private static IHeaderDictionary Headers(EdgeExchange exchange, CacheBehavior behavior, ViewerRequest request)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        var ofTheConnection = ConnectionHeaders.NamedBy(request.Headers.Connection);
        foreach (var (name, values) in request.Headers)
        {
            if (!ofTheConnection.Contains(name) && Forwards(behavior, request.Method, name))
            {
                headers[name] = values;
            }
        }

        AddReplaced(behavior, request, headers);
        AddDerived(behavior, request, headers);
        headers.Via = StringValues.Concat(request.Headers.Via, exchange.Location.Server.Via(request.HttpVersion));
        headers["X-Amz-Cf-Id"] = exchange.RequestId;
        var from = request.Headers["X-Forwarded-For"].ToString();
        headers["X-Forwarded-For"] = from.Length == 0 ? request.Address.ToString() : $"{from}, {request.Address}";
        foreach (var (name, value) in behavior.Origin.CustomHeaders)
        {
            headers[name] = value;
        }

        return headers;
    }

    private static bool Forwards(CacheBehavior behavior, string method, string name) =>
        !Replaced.Contains(name) && !IsOurs(name)
        && (Always.Contains(name)
            || behavior.TakesHeader(name)
            || (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && ForwardsAuthorization(behavior, method)));

    private static bool IsOurs(string name) =>
        ViewerHeaders.IsDerived(name) || name.StartsWith("X-Edge-", StringComparison.OrdinalIgnoreCase);

    // Without a policy that takes it, the header goes with requests that change something, and with OPTIONS unless cached.
    private static bool ForwardsAuthorization(CacheBehavior behavior, string method) => method switch
    {
        "GET" or "HEAD" => false,
        "OPTIONS" => !behavior.CachedMethods.Contains("OPTIONS"),
        _ => true,
    };

    private static void AddReplaced(CacheBehavior behavior, ViewerRequest request, IHeaderDictionary headers)
    {
        headers.Host = behavior.TakesHeader("Host") ? request.Headers.Host : behavior.Origin.DomainName;
        headers.UserAgent = behavior.TakesHeader("User-Agent") ? request.Headers.UserAgent : "Amazon CloudFront";
        if (Cookies.Take(request.Headers.Cookie, behavior.TakesCookie) is { Length: > 0 } cookies)
        {
            headers.Cookie = cookies;
        }

        var encodings = behavior.Cache.Gzip || behavior.Cache.Brotli
            ? AcceptEncoding.Normalize(request, behavior.Cache)
            : behavior.TakesHeader("Accept-Encoding") ? request.Headers.AcceptEncoding.ToString() : "";
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
