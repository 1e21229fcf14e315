using Amazon.CDK.AWS.APIGateway;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Infra.Api;

/// <summary>
/// Every answer of
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html, with the status that API
/// Gateway gives it. The two defaults stand for those that are not listed, whatever AWS adds.
/// </summary>
internal static class Refusals
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new(ResponseType_.DEFAULT_4XX, null, "The request was refused"),
        new(ResponseType_.DEFAULT_5XX, null, "The request could not be served"),
        Like(FailureKind.InvalidContent, ResponseType_.BAD_REQUEST_BODY) with { TellsWhatTheModelFound = true },
        Like(FailureKind.InvalidParameter, ResponseType_.BAD_REQUEST_PARAMETERS),
        Like(FailureKind.Unauthenticated, ResponseType_.UNAUTHORIZED) with { Headers = Header("WWW-Authenticate", "Bearer") },
        Like(FailureKind.BodyTooLarge, ResponseType_.REQUEST_TOO_LARGE),
        Like(FailureKind.UnsupportedMediaType, ResponseType_.UNSUPPORTED_MEDIA_TYPE),
        new(ResponseType_.ACCESS_DENIED, 403, "Forbidden"),
        new(ResponseType_.EXPIRED_TOKEN, 403, "Forbidden"),
        new(ResponseType_.INVALID_API_KEY, 403, "Forbidden"),
        new(ResponseType_.INVALID_SIGNATURE, 403, "Forbidden"),
        new(ResponseType_.MISSING_AUTHENTICATION_TOKEN, 403, "Forbidden"),
        new(ResponseType_.WAF_FILTERED, 403, "Forbidden"),
        new(ResponseType_.RESOURCE_NOT_FOUND, 404, "Not Found"),
        new(ResponseType_.QUOTA_EXCEEDED, 429, "Too Many Requests"),
        new(ResponseType_.THROTTLED, 429, "Too Many Requests") { Headers = Header("Retry-After", "1") },
        new(ResponseType_.API_CONFIGURATION_ERROR, 500, "Internal Server Error"),
        new(ResponseType_.AUTHORIZER_CONFIGURATION_ERROR, 500, "Internal Server Error"),
        new(ResponseType_.AUTHORIZER_FAILURE, 500, "Internal Server Error"),
        new(ResponseType_.INTEGRATION_FAILURE, 504, "Gateway Timeout"),
        new(ResponseType_.INTEGRATION_TIMEOUT, 504, "Gateway Timeout"),
    ];

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = $"'{value}'" };

    private static Refusal Like(FailureKind kind, ResponseType_ type)
    {
        var problem = ProblemType.Of(kind);
        return new Refusal(type, problem.Status, problem.Title) { Uri = problem.Uri };
    }
}
