using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>An API whose answers the edge keeps for as long as they say.</summary>
internal static class CachedApi
{
    /// <summary>The behavior of <c>/api/*</c>.</summary>
    public static readonly object Cached = new { CachePolicyId = RunningCloudFront.UseOriginCacheControlHeaders };

    /// <summary>A cache policy without headers, cookies and query strings.</summary>
    public static object Policy(int minimum = 0, int usual = 86400, int maximum = 31536000) => new
    {
        Name = "policy",
        MinTTL = minimum,
        DefaultTTL = usual,
        MaxTTL = maximum,
        ParametersInCacheKeyAndForwardedToOrigin = new
        {
            EnableAcceptEncodingGzip = false,
            HeadersConfig = new { HeaderBehavior = "none" },
            CookiesConfig = new { CookieBehavior = "none" },
            QueryStringsConfig = new { QueryStringBehavior = "none" },
        },
    };

    /// <summary>The API answers this with these headers.</summary>
    public static RequestDelegate Answer(string body, params (string Name, string Value)[] headers) => context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    };

    /// <summary>What the edge says of where the answer comes from.</summary>
    public static string XCache(HttpResponseMessage response) => response.Headers.GetValues("X-Cache").Single();
}
