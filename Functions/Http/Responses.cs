using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Http;

/// <summary>Makes API Gateway's responses of answers and failures.</summary>
internal static class Responses
{
    /// <summary>
    /// What anyone may see is kept for a few seconds: long enough to shield the table from a crowd, too short for anybody to miss
    /// what they have just written.
    /// </summary>
    public const string Shared = "public, max-age=5";

    /// <summary>What one reader may see, and every problem, is kept nowhere.</summary>
    public const string Unshared = "no-store";

    private const string RetryAfterSeconds = "1";

    public static APIGatewayProxyResponse Of(Route route, Answer answer)
    {
        var headers = new Dictionary<string, string>
        {
            ["Cache-Control"] = route is { Access: Audience.Anyone, Method: "GET" } ? Shared : Unshared,
        };
        Add(headers, "Content-Type", answer.Body is null ? null : "application/json");
        Add(headers, "ETag", answer.ETag);
        Add(headers, "Location", answer.Location);
        return new() { StatusCode = answer.IsNotModified ? 304 : route.Status, Headers = headers, Body = answer.Body };
    }

    public static APIGatewayProxyResponse Of(Failure failure, string? requestId)
    {
        var type = ProblemType.Of(failure.Kind);
        var problem = new ProblemResponse
        {
            Type = type.Uri,
            Title = type.Title,
            Status = type.Status,
            Detail = failure.Detail,
            Instance = Guid.TryParse(requestId, out var id) ? $"urn:uuid:{id}" : null,
            Errors = failure.Errors,
        };
        var headers = new Dictionary<string, string>
        {
            ["Cache-Control"] = Unshared,
            ["Content-Type"] = "application/problem+json",
        };
        Add(headers, "Retry-After", type.Status is 503 ? RetryAfterSeconds : null);
        Add(headers, "WWW-Authenticate", type.Status is 401 ? "Bearer" : null);
        return new()
        {
            StatusCode = type.Status,
            Headers = headers,
            Body = JsonSerializer.Serialize(problem, ContractJson.Default.ProblemResponse),
        };
    }

    private static void Add(Dictionary<string, string> headers, string name, string? value)
    {
        if (value is not null)
        {
            headers[name] = value;
        }
    }
}
