using Amazon.CDK.AWS.APIGateway;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Infra.Api;

/// <summary>
/// Every answer of
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html, with the status that API
/// Gateway gives it. The two defaults stand for those that are not listed, whatever AWS adds.
/// </summary>
internal static class GatewayProblems
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GatewayProblem> All { get; } =
    [
        new(nameof(ResponseType_.DEFAULT_4XX), null, "The request was refused"),
        new(nameof(ResponseType_.DEFAULT_5XX), null, "The request could not be served"),
        Like(FailureKind.InvalidContent, nameof(ResponseType_.BAD_REQUEST_BODY)) with { TellsWhatTheModelFound = true },
        Like(FailureKind.InvalidParameter, nameof(ResponseType_.BAD_REQUEST_PARAMETERS)),
        Like(FailureKind.Unauthenticated, nameof(ResponseType_.UNAUTHORIZED)) with { Headers = Header("WWW-Authenticate", "Bearer") },
        Like(FailureKind.BodyTooLarge, nameof(ResponseType_.REQUEST_TOO_LARGE)),
        Like(FailureKind.UnsupportedMediaType, nameof(ResponseType_.UNSUPPORTED_MEDIA_TYPE)),
        new(nameof(ResponseType_.ACCESS_DENIED), 403, "Forbidden"),
        new(nameof(ResponseType_.EXPIRED_TOKEN), 403, "Forbidden"),
        new(nameof(ResponseType_.INVALID_API_KEY), 403, "Forbidden"),
        new(nameof(ResponseType_.INVALID_SIGNATURE), 403, "Forbidden"),
        new(nameof(ResponseType_.MISSING_AUTHENTICATION_TOKEN), 403, "Forbidden"),
        new(nameof(ResponseType_.WAF_FILTERED), 403, "Forbidden"),
        new(nameof(ResponseType_.RESOURCE_NOT_FOUND), 404, "Not Found"),
        new(nameof(ResponseType_.QUOTA_EXCEEDED), 429, "Too Many Requests"),
        new(nameof(ResponseType_.THROTTLED), 429, "Too Many Requests") { Headers = Header("Retry-After", "1") },
        new(nameof(ResponseType_.API_CONFIGURATION_ERROR), 500, "Internal Server Error"),
        new(nameof(ResponseType_.AUTHORIZER_CONFIGURATION_ERROR), 500, "Internal Server Error"),
        new(nameof(ResponseType_.AUTHORIZER_FAILURE), 500, "Internal Server Error"),
        new(nameof(ResponseType_.INTEGRATION_FAILURE), 504, "Gateway Timeout"),
        new(nameof(ResponseType_.INTEGRATION_TIMEOUT), 504, "Gateway Timeout"),
    ];

    /// <summary>The problem that the handlers have for a failure.</summary>
    public static GatewayProblem Like(FailureKind kind, string type)
    {
        var problem = ProblemType.Of(kind);
        return new GatewayProblem(type, problem.Status, problem.Title) { Uri = problem.Uri };
    }

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = $"'{value}'" };
}
