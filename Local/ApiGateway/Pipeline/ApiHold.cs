using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>What there is to see of a request that is held at API Gateway.</summary>
internal static class ApiHold
{
    /// <summary>The name of the service.</summary>
    public const string Service = "API Gateway";

    /// <summary>A request before a step.</summary>
    public static HoldPoint Before(object step, Exchange exchange)
    {
        var request = exchange.Request;
        var query = request.RawQuery.Length > 0 ? $"?{SecretQuery.Hide(request.RawQuery)}" : "";
        return new(Service, step.GetType().Name, $"{request.Method} {request.RawPath}{query}", () => Describe(exchange));
    }

    private static JsonObject Describe(Exchange exchange)
    {
        JsonObject state = new()
        {
            ["request"] = ShownPassage.Of(Passage.Of(exchange.Request.Headers, exchange.Request.Body)),
            ["stage"] = exchange.Stage?.Name,
            ["resource"] = exchange.Resource?.Path,
            ["pathParameters"] = new JsonObject(exchange.PathParameters.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["authorizer"] = exchange.Authorizer is { } found
                ? JsonNode.Parse(SecretJson.Hide(Encoding.UTF8.GetBytes(found.ToJsonString()))!)
                : null,
        };
        if (exchange.Failure is { } failure)
        {
            state["failure"] = failure.Cause ?? failure.Message ?? failure.ErrorType;
        }

        if (exchange.Response is { } response)
        {
            HeaderDictionary headers = [];
            foreach (var (name, value) in response.Headers)
            {
                headers.Append(name, value);
            }

            state["response"] = ShownPassage.Of(Passage.Of(headers, response.Body));
            state["response"]!["status"] = response.Status;
        }

        return state;
    }
}
