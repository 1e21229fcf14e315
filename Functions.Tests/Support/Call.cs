using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Functions.Tests.Support;

/// <summary>A request, as far as a test says something of it.</summary>
internal sealed record Call
{
    public string? Reader { get; init; }

    /// <summary>The identity of who signed the request; null: nobody did.</summary>
    public string? Moderator { get; init; }

    public Dictionary<string, string> Path { get; init; } = [];

    public Dictionary<string, string> Query { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    public string? Body { get; init; }

    public bool IsBase64 { get; init; }

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The event that API Gateway makes of it.</summary>
    public APIGatewayProxyRequest ToEvent() => new()
    {
        PathParameters = Path is { Count: > 0 } ? Path : null,
        QueryStringParameters = Query is { Count: > 0 } ? Query : null,
        MultiValueQueryStringParameters = Query is { Count: > 0 } ? Several(Query) : null,
        Headers = Headers,
        MultiValueHeaders = Several(Headers),
        Body = Body,
        IsBase64Encoded = IsBase64,
        RequestContext = new()
        {
            Identity = Moderator is null ? null : new() { CognitoIdentityId = Moderator },
            RequestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            Authorizer = Reader is null ? null : new() { ["claims"] = JsonSerializer.SerializeToElement(new { sub = Reader }) },
        },
    };

    private static Dictionary<string, IList<string>> Several(Dictionary<string, string> values) =>
        values.ToDictionary(value => value.Key, IList<string> (value) => [value.Value]);
}
