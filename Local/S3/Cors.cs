using Lexicon.Local.Aws;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3;

/// <summary>Applies a bucket's CORS rules: the first that matches origin, method and requested headers decides.</summary>
internal static class Cors
{
    private const string Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

    /// <summary>Returns the response to a preflight request; the caller needs no permission for it.</summary>
    public static S3Response Preflight(S3Request request, Bucket? bucket)
    {
        if (request.Header("Origin") is not { } origin)
        {
            throw new S3Exception(
                400, "BadRequest", "Insufficient information. Origin request header needed.");
        }

        if (request.Header("Access-Control-Request-Method") is not { } method)
        {
            throw new S3Exception(400, "BadRequest", "Invalid Access-Control-Request-Method: null");
        }

        var headers = Names(request.Header("Access-Control-Request-Headers"));
        if (bucket is null || bucket.Cors.Count == 0)
        {
            throw Forbidden("CORSResponse: CORS is not enabled for this bucket.", method);
        }

        var rule = bucket.Cors.FirstOrDefault(rule => Matches(rule, origin, method) && headers.All(name => Allows(rule, name)))
            ?? throw Forbidden(
                "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method "
                + "/ Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
                method);
        var response = new S3Response(200);
        Write(rule, origin, response.Headers);
        if (headers.Length > 0)
        {
            response.Headers.AccessControlAllowHeaders = string.Join(", ", headers).ToLowerInvariant();
        }

        return response;
    }

    /// <summary>Adds what the page of another origin needs to read a response.</summary>
    public static void Apply(S3Request request, Bucket? bucket, IHeaderDictionary headers)
    {
        if (bucket is not null
            && request.Header("Origin") is { } origin
            && bucket.Cors.FirstOrDefault(rule => Matches(rule, origin, request.Method)) is { } rule)
        {
            Write(rule, origin, headers);
        }
    }

    private static void Write(CorsRule rule, string origin, IHeaderDictionary headers)
    {
        var anyone = rule.AllowedOrigins.Contains("*");
        headers.AccessControlAllowOrigin = anyone ? "*" : origin;
        headers.AccessControlAllowMethods = string.Join(", ", rule.AllowedMethods);
        if (!anyone)
        {
            headers.AccessControlAllowCredentials = "true";
        }

        if (rule.ExposedHeaders.Count > 0)
        {
            headers.AccessControlExposeHeaders = string.Join(", ", rule.ExposedHeaders);
        }

        if (rule.MaxAge is { } seconds)
        {
            headers.AccessControlMaxAge = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        headers.Vary = Vary;
    }

    private static bool Matches(CorsRule rule, string origin, string method) =>
        rule.AllowedOrigins.Any(pattern => MatchesWildcard(pattern, origin))
        && rule.AllowedMethods.Contains(method);

    private static bool Allows(CorsRule rule, string name) =>
        rule.AllowedHeaders.Any(pattern => MatchesWildcard(pattern, name, ignoreCase: true));

    // The asterisk alone is a wildcard here.
    private static bool MatchesWildcard(string pattern, string value, bool ignoreCase = false) =>
        Wildcard.IsMatchResolved(pattern.Replace('*', Wildcard.Many), value, ignoreCase);

    private static string[] Names(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static S3Exception Forbidden(string message, string method) => new(403, "AccessForbidden", message)
    {
        Details = [("Method", method), ("ResourceType", "OBJECT")],
    };
}
