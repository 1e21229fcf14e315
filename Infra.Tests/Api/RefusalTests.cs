using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>What API Gateway answers by itself is a problem like those of the handlers, with AWS's own words in it.</summary>
public sealed class RefusalTests
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
    private const string Expected = """
        ACCESS_DENIED                   403  about:blank                      Forbidden
        API_CONFIGURATION_ERROR         500  about:blank                      Internal Server Error
        AUTHORIZER_CONFIGURATION_ERROR  500  about:blank                      Internal Server Error
        AUTHORIZER_FAILURE              500  about:blank                      Internal Server Error
        BAD_REQUEST_BODY                400  /problems/invalid-content        The body breaks rules
        BAD_REQUEST_PARAMETERS          400  /problems/invalid-parameter      A parameter has a value that it cannot have
        DEFAULT_4XX                     -    about:blank                      The request was refused
        DEFAULT_5XX                     -    about:blank                      The request could not be served
        EXPIRED_TOKEN                   403  about:blank                      Forbidden
        INTEGRATION_FAILURE             504  about:blank                      Gateway Timeout
        INTEGRATION_TIMEOUT             504  about:blank                      Gateway Timeout
        INVALID_API_KEY                 403  about:blank                      Forbidden
        INVALID_SIGNATURE               403  about:blank                      Forbidden
        MISSING_AUTHENTICATION_TOKEN    403  about:blank                      Forbidden
        QUOTA_EXCEEDED                  429  about:blank                      Too Many Requests
        REQUEST_TOO_LARGE               413  /problems/body-too-large         The body is too large
        RESOURCE_NOT_FOUND              404  about:blank                      Not Found
        THROTTLED                       429  about:blank                      Too Many Requests
        UNAUTHORIZED                    401  /problems/unauthenticated        Nobody is signed in
        UNSUPPORTED_MEDIA_TYPE          415  /problems/unsupported-media-type The body is not JSON
        WAF_FILTERED                    403  about:blank                      Forbidden
        """;

    private const string Words = "Say \"please\"";
    private const string Found = "[object has missing required properties ([\"title\"])]";
    private const string RequestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    // Where the context allows another origin, a page of it may read why it was refused.
    private static readonly string[] s_readable =
    [
        "Access-Control-Allow-Origin: 'https://example.org'",
    ];

    [Theory]
    [InEveryVariant]
    public void EveryRefusal_IsAProblemOfItsStatus(string stage)
    {
        var answers = Stages.Named(stage).Api.OfType("AWS::ApiGateway::GatewayResponse")
            .Select(response => (Response: response, Problem: Answered(response)))
            .OrderBy(answer => answer.Response.Text("ResponseType"), StringComparer.Ordinal)
            .Select(answer => Row(answer.Response, answer.Problem));

        Assert.Equal(Expected.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))), answers);
    }

    [Theory]
    [InEveryVariant]
    public void EveryRefusal_KeepsTheWordsOfAwsAndNamesTheRequest(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::ApiGateway::GatewayResponse"),
        response => Assert.Equal((Words, $"urn:uuid:{RequestId}"), (Answered(response).Detail, Answered(response).Instance)));

    [Theory]
    [InEveryVariant]
    public void RefusedBody_IsToldWhatTheModelFound(string stage)
    {
        var responses = Stages.Named(stage).Api.OfType("AWS::ApiGateway::GatewayResponse");

        Assert.All(responses, response => Assert.Equal(
            response.Text("ResponseType") == "BAD_REQUEST_BODY" ? [new MemberError("", Found)] : null,
            Answered(response).Errors));
    }

    [Theory]
    [InEveryVariant]
    public void EveryRefusal_SaysThatItIsAProblemToBeKeptNowhere(string stage) => Assert.All(
        Stages.Named(stage).Api.OfType("AWS::ApiGateway::GatewayResponse"),
        response => Assert.Equal(
            [.. Headers(response.Text("ResponseType")), .. stage == "full" ? s_readable : []],
            response["ResponseParameters"]!.AsObject().Select(header => $"{header.Key["gatewayresponse.header.".Length..]}: {header.Value}")));

    private static IEnumerable<string> Headers(string type) =>
    [
        "Content-Type: 'application/problem+json'",
        "Cache-Control: 'no-store'",
        .. type switch
        {
            "UNAUTHORIZED" => ["WWW-Authenticate: 'Bearer'"],
            "THROTTLED" => ["Retry-After: '1'"],
            _ => (string[])[],
        },
    ];

    /// <summary>The problem that a reader gets, once API Gateway has put its words into the template.</summary>
    private static ProblemResponse Answered(Resource response)
    {
        var problem = JsonNode.Parse(response["ResponseTemplates"]!["application/json"]!.GetValue<string>()
            .Replace("$context.error.messageString", Quote(Words), StringComparison.Ordinal)
            .Replace("$context.error.validationErrorString", Quote(Found)[1..^1], StringComparison.Ordinal)
            .Replace("$context.requestId", RequestId, StringComparison.Ordinal))!.AsObject();

        // The record needs a status, which the two defaults leave to the answer's own.
        problem.TryAdd("status", 0);
        return problem.Deserialize<ProblemResponse>(JsonSerializerOptions.Web)!;
    }

    private static string Row(Resource response, ProblemResponse problem)
    {
        Assert.Equal(response["StatusCode"] is null ? "0" : response.Text("StatusCode"), $"{problem.Status}");
        var status = problem.Status == 0 ? "-" : $"{problem.Status}";
        return $"{response.Text("ResponseType")} {status} {problem.Type} {problem.Title}";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
