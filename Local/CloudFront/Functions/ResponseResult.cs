using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// Takes over the response that a function returned, if it is valid
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html#functions-event-structure-response).
/// </summary>
internal static class ResponseResult
{
    private const int LargestBody = 40 * 1024;

    /// <summary>Whether what a function returned is a response.</summary>
    public static bool Is(JsonObject returned) => returned.ContainsKey("statusCode");

    /// <summary>A response that a function made in place of CloudFront and origin.</summary>
    /// <exception cref="EdgeFunctionException">It is not valid.</exception>
    public static EdgeResponse Generated(JsonObject after)
    {
        var headers = new HeaderDictionary { ["Server"] = "CloudFront" };
        HeaderChanges.Apply(headers, [], after["headers"] ?? new JsonObject(), HeaderRules.ReadOnlyInResponses, "response.headers");
        SetCookies(headers, [], after["cookies"]);
        var status = StatusOf(after);
        return EdgeResponse.Whole(status, headers, BodyOf(after) ?? []) with { XCache = EdgeResponse.Generated };
    }

    /// <summary>The response as a function for viewer responses changed it.</summary>
    /// <exception cref="EdgeFunctionException">It is not valid.</exception>
    public static EdgeResponse Changed(EdgeResponse response, JsonObject before, JsonObject after)
    {
        var status = StatusOf(after);
        HeaderChanges.Apply(
            response.Headers, before["headers"]!.AsObject(), after["headers"], HeaderRules.ReadOnlyInResponses, "response.headers");
        if (!JsonNode.DeepEquals(before["cookies"], after["cookies"]))
        {
            SetCookies(response.Headers, before["cookies"]!.AsObject(), after["cookies"]);
        }

        return BodyOf(after) is { } body
            ? EdgeResponse.Whole(status, response.Headers, body) with { XCache = response.XCache }
            : response with { Status = status };
    }

    // A response of 1xx is none that ends a request (https://www.rfc-editor.org/rfc/rfc9110#section-15.2).
    private static int StatusOf(JsonObject after) =>
        after["statusCode"] is JsonValue value && value.TryGetValue<int>(out var status) && status is >= 200 and <= 999
            ? status
            : throw EdgeFunctionException.Invalid("response.statusCode is missing or not a status code");

    private static byte[]? BodyOf(JsonObject after)
    {
        var body = after["body"] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => Encoding.UTF8.GetBytes(text),
            JsonObject described => Decoded(described),
            _ => throw EdgeFunctionException.Invalid("response.body is neither a string nor an object"),
        };
        return body?.Length > LargestBody ? throw EdgeFunctionException.Invalid("response.body is too large") : body;
    }

    private static byte[] Decoded(JsonObject body)
    {
        var data = body["data"]?.ToString() ?? "";
        try
        {
            return body["encoding"]?.ToString() switch
            {
                "text" => Encoding.UTF8.GetBytes(data),
                "base64" => Convert.FromBase64String(data),
                _ => throw EdgeFunctionException.Invalid("response.body.encoding is neither text nor base64"),
            };
        }
        catch (FormatException)
        {
            throw EdgeFunctionException.Invalid("response.body.data is not base64");
        }
    }

    private static void SetCookies(IHeaderDictionary headers, JsonObject before, JsonNode? after)
    {
        if (after is null)
        {
            headers.Remove("Set-Cookie");
            return;
        }

        var fields = after as JsonObject ?? throw EdgeFunctionException.Invalid("response.cookies is not an object");
        headers.SetCookie = new([.. from field in fields
                                    let place = $"response.cookies[\"{field.Key}\"]"
                                    from value in Fields.ValuesOf(field.Value, before[field.Key], place)
                                    select Line(field.Key, value)]);
        if (headers.SetCookie.Count == 0)
        {
            headers.Remove("Set-Cookie");
        }
    }

    private static string Line(string name, JsonObject value) =>
        $"{name}={Fields.TextOf(value)}{(value["attributes"] is { } attributes ? $"; {attributes}" : "")}";
}
