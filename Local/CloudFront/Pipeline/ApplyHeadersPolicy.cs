using System.Globalization;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Applies the behavior's response headers policy to what the viewer gets; what is cached does not change
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html).
/// </summary>
internal sealed class ApplyHeadersPolicy : IEdgeStep
{
    private static readonly string[] CorsHeaders =
    [
        "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
        "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers", "Access-Control-Max-Age",
    ];

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behavior?.ResponseHeaders is { } policy)
        {
            Apply(policy, exchange.Request, exchange.Response!.Headers);
        }

        return ValueTask.CompletedTask;
    }

    private static void Apply(ResponseHeadersPolicy policy, ViewerRequest request, IHeaderDictionary headers)
    {
        foreach (var name in policy.Removed)
        {
            headers.Remove(name);
        }

        foreach (var header in policy.Added)
        {
            if (header.Override || !headers.ContainsKey(header.Name))
            {
                headers[header.Name] = header.Value;
            }
        }

        if (policy.Cors is { } cors && request.Headers.Origin is { Count: > 0 } origin)
        {
            ApplyCors(cors, request, origin.ToString(), headers);
        }
    }

    private static void ApplyCors(ResponseHeadersPolicy.CorsPolicy cors, ViewerRequest request, string origin, IHeaderDictionary headers)
    {
        var fromOrigin = CorsHeaders.Any(headers.ContainsKey);
        if ((fromOrigin && !cors.Override) || !cors.Origins.Any(pattern => MatchesOrigin(pattern, origin)))
        {
            return;
        }

        foreach (var name in CorsHeaders)
        {
            headers.Remove(name);
        }

        var anyone = cors.Origins.Contains("*");
        headers.AccessControlAllowOrigin = anyone ? "*" : origin;
        if (!anyone)
        {
            headers.Vary = headers.Vary.Count == 0 ? "Origin" : $"{headers.Vary}, Origin";
        }

        if (cors.Credentials)
        {
            headers.AccessControlAllowCredentials = "true";
        }

        if (cors.ExposedHeaders.Count > 0)
        {
            headers.AccessControlExposeHeaders = string.Join(", ", cors.ExposedHeaders);
        }

        if (request.Method == "OPTIONS" && request.Headers.AccessControlRequestMethod.Count > 0)
        {
            ApplyPreflight(cors, headers);
        }
    }

    private static void ApplyPreflight(ResponseHeadersPolicy.CorsPolicy cors, IHeaderDictionary headers)
    {
        headers.AccessControlAllowMethods = string.Join(", ", cors.Methods);
        if (cors.Headers.Count > 0)
        {
            headers.AccessControlAllowHeaders = string.Join(", ", cors.Headers);
        }

        if (cors.MaxAge is { } seconds)
        {
            headers.AccessControlMaxAge = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static bool MatchesOrigin(string pattern, string origin) => pattern == "*"
        || Wildcard.IsMatch("*" + (pattern.Contains("://", StringComparison.Ordinal) ? pattern : $"://{pattern}"), origin);
}
