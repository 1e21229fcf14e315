using System.Collections.Frozen;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>
/// What can end a request in API Gateway itself, with its default status
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
/// </summary>
/// <param name="Name">The name in templates.</param>
/// <param name="Status">The status without a customisation.</param>
/// <param name="ErrorType">The value of the header <c>x-amzn-ErrorType</c>.</param>
internal sealed record ResponseType(string Name, int Status, string ErrorType)
{
    private const string BadRequest = "BadRequestException";
    private const string InternalServerError = "InternalServerErrorException";

    public static ResponseType Default4xx { get; } = new("DEFAULT_4XX", 400, BadRequest);
    public static ResponseType Default5xx { get; } = new("DEFAULT_5XX", 500, InternalServerError);
    public static ResponseType AccessDenied { get; } = new("ACCESS_DENIED", 403, "AccessDeniedException");
    public static ResponseType ApiConfigurationError { get; } = new("API_CONFIGURATION_ERROR", 500, InternalServerError);
    public static ResponseType AuthorizerConfigurationError { get; } =
        new("AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException");
    public static ResponseType AuthorizerFailure { get; } = new("AUTHORIZER_FAILURE", 500, "AuthorizerFailureException");
    public static ResponseType BadRequestBody { get; } = new("BAD_REQUEST_BODY", 400, BadRequest);
    public static ResponseType BadRequestParameters { get; } = new("BAD_REQUEST_PARAMETERS", 400, BadRequest);
    public static ResponseType ExpiredToken { get; } = new("EXPIRED_TOKEN", 403, "ExpiredTokenException");
    public static ResponseType IntegrationFailure { get; } = new("INTEGRATION_FAILURE", 504, InternalServerError);
    public static ResponseType IntegrationTimeout { get; } = new("INTEGRATION_TIMEOUT", 504, InternalServerError);
    public static ResponseType InvalidApiKey { get; } = new("INVALID_API_KEY", 403, "ForbiddenException");
    public static ResponseType InvalidSignature { get; } = new("INVALID_SIGNATURE", 403, "InvalidSignatureException");
    public static ResponseType MissingAuthenticationToken { get; } =
        new("MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException");
    public static ResponseType QuotaExceeded { get; } = new("QUOTA_EXCEEDED", 429, "LimitExceededException");
    public static ResponseType RequestTooLarge { get; } = new("REQUEST_TOO_LARGE", 413, BadRequest);
    public static ResponseType ResourceNotFound { get; } = new("RESOURCE_NOT_FOUND", 404, "NotFoundException");
    public static ResponseType Throttled { get; } = new("THROTTLED", 429, "TooManyRequestsException");
    public static ResponseType Unauthorized { get; } = new("UNAUTHORIZED", 401, "UnauthorizedException");
    public static ResponseType UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", 415, BadRequest);
    public static ResponseType WafFiltered { get; } = new("WAF_FILTERED", 403, "ForbiddenException");

    /// <summary>Every type by its name in templates.</summary>
    public static FrozenDictionary<string, ResponseType> ByName { get; } = new[]
    {
        Default4xx, Default5xx, AccessDenied, ApiConfigurationError, AuthorizerConfigurationError, AuthorizerFailure,
        BadRequestBody, BadRequestParameters, ExpiredToken, IntegrationFailure, IntegrationTimeout, InvalidApiKey,
        InvalidSignature, MissingAuthenticationToken, QuotaExceeded, RequestTooLarge, ResourceNotFound, Throttled,
        Unauthorized, UnsupportedMediaType, WafFiltered,
    }.ToFrozenDictionary(type => type.Name);

    /// <summary>The customisation that applies where this type has none of its own.</summary>
    public ResponseType Fallback => Status < 500 ? Default4xx : Default5xx;
}
