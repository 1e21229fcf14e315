using System.Text.Json.Nodes;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>What there is to see of a request that is held at the edge. A body that streams is not read for it.</summary>
internal static class EdgeHold
{
    /// <summary>The name of the service.</summary>
    public const string Service = "CloudFront";

    /// <summary>The step after all others.</summary>
    public const string Last = nameof(WriteResponse);

    /// <summary>A request before a step.</summary>
    public static HoldPoint Before(string step, EdgeExchange exchange)
    {
        var request = exchange.Request;
        var query = request.Query.Length > 0 ? $"?{SecretQuery.Hide(request.Query)}" : "";
        return new(Service, step, $"{request.Method} {request.Path}{query}", () => Describe(exchange, $"{request.Path}{query}"));
    }

    private static JsonObject Describe(EdgeExchange exchange, string target)
    {
        var request = ShownPassage.Of(Passage.Of(exchange.Request.Headers, new BodyHead()));
        request.Remove("bytes");
        request["target"] = target;
        JsonObject state = new()
        {
            ["request"] = request,
            ["pop"] = exchange.Location.Name,
            ["behavior"] = exchange.Behavior?.Pattern?.ToString(),
            ["cacheKey"] = ShownKey.Of(exchange),
        };
        if (exchange.Response is { } response)
        {
            var shown = ShownPassage.Of(Passage.Of(response.Headers, response.Bytes ?? default));
            shown["bytes"] = response.Length;
            shown["status"] = response.Status;
            shown["cache"] = response.XCache;
            state["response"] = shown;
        }

        return state;
    }
}
