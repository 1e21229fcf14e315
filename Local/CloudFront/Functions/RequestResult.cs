using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// Takes over the request that a function returned, if it is valid
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html#functions-event-structure-request).
/// What it left as it was stays as the viewer wrote it.
/// </summary>
internal static class RequestResult
{
    private const int LongestUri = 8192;

    /// <summary>The request as it continues.</summary>
    /// <exception cref="EdgeFunctionException">It is not valid.</exception>
    public static ViewerRequest Apply(ViewerRequest request, JsonObject before, JsonObject after)
    {
        if (after["method"]?.ToString() != request.Method)
        {
            throw EdgeFunctionException.Invalid("request.method is read-only");
        }

        var headers = Headers(request, before, after);
        var query = JsonNode.DeepEquals(before["querystring"], after["querystring"])
            ? request.Query
            : string.Join('&', Pairs(after, before, "querystring"));
        var path = Path(after["uri"], query);
        return request with { Path = path, Query = query, Headers = headers };
    }

    // Those of the viewer, and a copy only where the function changed any.
    private static IHeaderDictionary Headers(ViewerRequest request, JsonObject before, JsonObject after)
    {
        var hasSameCookies = JsonNode.DeepEquals(before["cookies"], after["cookies"]);
        if (hasSameCookies && JsonNode.DeepEquals(before["headers"], after["headers"]))
        {
            return request.Headers;
        }

        var headers = request.Headers.Copy();
        HeaderChanges.Apply(
            headers, before["headers"]!.AsObject(), after["headers"], HeaderRules.ReadOnlyInRequests, "request.headers");
        if (!hasSameCookies)
        {
            var cookies = string.Join("; ", Pairs(after, before, "cookies"));
            headers.Cookie = cookies.Length > 0 ? cookies : default;
        }

        return headers;
    }

    private static string Path(JsonNode? uri, string query)
    {
        if (uri is not JsonValue value || !value.TryGetValue<string>(out var path) || !path.StartsWith('/'))
        {
            throw EdgeFunctionException.Invalid("request.uri does not begin with a slash");
        }

        if (path.Any(letter => letter <= ' ' || letter is '?' or '#') || query.Any(letter => letter <= ' ' || letter == '#'))
        {
            throw EdgeFunctionException.Invalid("request.uri or request.querystring has characters that are not encoded");
        }

        return path.Length + query.Length < LongestUri
            ? path
            : throw EdgeFunctionException.Invalid("request.uri with request.querystring is too long");
    }

    private static IEnumerable<string> Pairs(JsonObject after, JsonObject before, string part)
    {
        var fields = after[part] as JsonObject ?? throw EdgeFunctionException.Invalid($"request.{part} is missing or not an object");
        foreach (var (name, field) in fields)
        {
            foreach (var value in Fields.ValuesOf(field, before[part]![name], $"request.{part}[\"{name}\"]"))
            {
                yield return $"{name}={Fields.TextOf(value)}";
            }
        }
    }
}
