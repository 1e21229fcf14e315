using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>
/// Documents of the query protocol as JSON, for callers that accept it, such as API Gateway
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-lambda.html): the same names, in the
/// order of the alphabet, and null for what is not there.
/// </summary>
internal static class QueryJson
{
    /// <summary>Its content type.</summary>
    public const string ContentType = "application/json";

    /// <summary>Whether the caller wants JSON.</summary>
    public static bool IsWanted(HttpRequest request) => request.Headers.Accept.ToString().Contains(ContentType, StringComparison.Ordinal);

    /// <summary>The document of an operation that succeeded.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="result">Its result; null where it has none.</param>
    /// <param name="requestId">The id of the request.</param>
    public static string Response(string operation, JsonObject? result, string requestId)
    {
        var response = new JsonObject { ["ResponseMetadata"] = new JsonObject { ["RequestId"] = requestId } };
        if (result is not null)
        {
            response[$"{operation}Result"] = result.DeepClone();
        }

        return Sorted(new JsonObject { [$"{operation}Response"] = response })!.ToJsonString(AwsJson.Options);
    }

    /// <summary>The document of an error.</summary>
    public static string Error(AwsError error, string requestId) => new JsonObject
    {
        ["Error"] = new JsonObject
        {
            ["Code"] = error.Code,
            ["Message"] = error.Message,
            ["Type"] = error.Status < 500 ? "Sender" : "Receiver",
        },
        ["RequestId"] = requestId,
    }.ToJsonString(AwsJson.Options);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
