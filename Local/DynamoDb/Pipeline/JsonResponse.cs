using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>A response that is not, or not quite, the engine's.</summary>
/// <param name="body">The body.</param>
/// <param name="requestId">The id of the request.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class JsonResponse(JsonNode? body, string requestId, int status = 200) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        if (status >= 400)
        {
            AwsCallSpan.Refuse((string?)body?["__type"], (string?)body?["message"] ?? (string?)body?["Message"]);
        }

        var bytes = DeepJson.Write(body);
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        context.Response.ContentType = DynamoDbApi.ContentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
