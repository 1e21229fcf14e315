using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// What a function is told
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html).
/// </summary>
internal static class FunctionEvent
{
    public const string ViewerRequest = "viewer-request";
    public const string ViewerResponse = "viewer-response";

    /// <summary>The event of a viewer request.</summary>
    public static JsonObject ForRequest(EdgeExchange exchange) => For(exchange, ViewerRequest);

    /// <summary>The event of a viewer response.</summary>
    public static JsonObject ForResponse(EdgeExchange exchange)
    {
        var happened = For(exchange, ViewerResponse);
        var response = exchange.Response!;
        happened["response"] = new JsonObject
        {
            ["statusCode"] = response.Status,
            ["statusDescription"] = ReasonPhrases.GetReasonPhrase(response.Status),
            ["headers"] = Fields.Of(response.Headers, "Set-Cookie"),
            ["cookies"] = Fields.Of(response.Headers.SetCookie.Select(line => ReadSetCookie(line ?? ""))),
        };
        return happened;
    }

    private static JsonObject For(EdgeExchange exchange, string type)
    {
        var request = exchange.Request;
        return new()
        {
            ["version"] = "1.0",
            ["context"] = new JsonObject
            {
                ["distributionDomainName"] = exchange.Distribution!.DomainName,
                ["distributionId"] = exchange.Distribution.Id,
                ["eventType"] = type,
                ["requestId"] = exchange.RequestId,
            },
            ["viewer"] = new JsonObject { ["ip"] = request.Address.ToString() },
            ["request"] = new JsonObject
            {
                ["method"] = request.Method,
                ["uri"] = request.Path,
                ["querystring"] = Fields.Of(Pairs(request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))),
                ["headers"] = Fields.Of(request.Headers, "Cookie"),
                ["cookies"] = Fields.Of(Pairs(request.Headers.Cookie.SelectMany(line =>
                    (line ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))),
            },
        };
    }

    private static IEnumerable<(string Name, JsonObject Value)> Pairs(IEnumerable<string> parts) =>
        parts.Select(part => part.Split('=', 2)).Select(pair => (pair[0], Fields.Value(pair.Length > 1 ? pair[1] : "")));

    private static (string Name, JsonObject Value) ReadSetCookie(string line)
    {
        var parts = line.Split(';', 2, StringSplitOptions.TrimEntries);
        var pair = parts[0].Split('=', 2);
        var value = Fields.Value(pair.Length > 1 ? pair[1] : "");
        if (parts.Length > 1 && parts[1].Length > 0)
        {
            value["attributes"] = parts[1];
        }

        return (pair[0], value);
    }
}
