using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>An error as Lambda's API writes it: its name in a header, members that differ from error to error.</summary>
internal static class ErrorResponse
{
    public static Task WriteAsync(HttpResponse response, LambdaServiceException error)
    {
        response.StatusCode = error.StatusCode;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = error.ErrorType;
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Body(error), AwsJson.Options)).AsTask();
    }

    private static JsonObject Body(LambdaServiceException error) => error.ErrorType switch
    {
        "AccessDeniedException" => new JsonObject { ["Message"] = error.Message },
        "ValidationException" => new JsonObject { ["message"] = error.Message },
        "ResourceNotFoundException" => new JsonObject { ["Type"] = "User", ["Message"] = error.Message },
        _ when error.Reason is not null =>
            new JsonObject { ["Reason"] = error.Reason, ["Type"] = "User", ["message"] = error.Message },
        _ => new JsonObject { ["Type"] = "User", ["message"] = error.Message },
    };
}
