using System.Collections.Frozen;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>
/// What can end a request in API Gateway itself, with its default status
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
/// </summary>
/// <param name="Name">The name in templates.</param>
/// <param name="Status">The status without a customisation.</param>
/// <param name="ErrorType">The value of the header <c>x-amzn-ErrorType</c>.</param>
internal sealed record GatewayResponseType(string Name, int Status, string ErrorType)
{
    private const string BadRequest = "BadRequestException";
    private const string InternalServerError = "InternalServerErrorException";

    public static GatewayResponseType Default4xx { get; } = new("DEFAULT_4XX", 400, BadRequest);
    public static GatewayResponseType Default5xx { get; } = new("DEFAULT_5XX", 500, InternalServerError);
    public static GatewayResponseType AccessDenied { get; } = new("ACCESS_DENIED", 403, "AccessDeniedException");
    public static GatewayResponseType ApiConfigurationError { get; } = new("API_CONFIGURATION_ERROR", 500, InternalServerError);
    public static GatewayResponseType AuthorizerConfigurationError { get; } =
        new("AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException");
    public static GatewayResponseType AuthorizerFailure { get; } = new("AUTHORIZER_FAILURE", 500, "AuthorizerFailureException");
    public static GatewayResponseType BadRequestBody { get; } = new("BAD_REQUEST_BODY", 400, BadRequest);
    public static GatewayResponseType BadRequestParameters { get; } = new("BAD_REQUEST_PARAMETERS", 400, BadRequest);
    public static GatewayResponseType ExpiredToken { get; } = new("EXPIRED_TOKEN", 403, "ExpiredTokenException");
    public static GatewayResponseType IntegrationFailure { get; } = new("INTEGRATION_FAILURE", 504, InternalServerError);
    public static GatewayResponseType IntegrationTimeout { get; } = new("INTEGRATION_TIMEOUT", 504, InternalServerError);
    public static GatewayResponseType InvalidApiKey { get; } = new("INVALID_API_KEY", 403, "ForbiddenException");
    public static GatewayResponseType InvalidSignature { get; } = new("INVALID_SIGNATURE", 403, "InvalidSignatureException");
    public static GatewayResponseType MissingAuthenticationToken { get; } =
        new("MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException");
    public static GatewayResponseType QuotaExceeded { get; } = new("QUOTA_EXCEEDED", 429, "LimitExceededException");
    public static GatewayResponseType RequestTooLarge { get; } = new("REQUEST_TOO_LARGE", 413, BadRequest);
    public static GatewayResponseType ResourceNotFound { get; } = new("RESOURCE_NOT_FOUND", 404, "NotFoundException");
    public static GatewayResponseType Throttled { get; } = new("THROTTLED", 429, "TooManyRequestsException");
    public static GatewayResponseType Unauthorized { get; } = new("UNAUTHORIZED", 401, "UnauthorizedException");
    public static GatewayResponseType UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", 415, BadRequest);
    public static GatewayResponseType WafFiltered { get; } = new("WAF_FILTERED", 403, "ForbiddenException");

    /// <summary>Every type by its name in templates.</summary>
    public static FrozenDictionary<string, GatewayResponseType> ByName { get; } = new[]
    {
        Default4xx, Default5xx, AccessDenied, ApiConfigurationError, AuthorizerConfigurationError, AuthorizerFailure,
        BadRequestBody, BadRequestParameters, ExpiredToken, IntegrationFailure, IntegrationTimeout, InvalidApiKey,
        InvalidSignature, MissingAuthenticationToken, QuotaExceeded, RequestTooLarge, ResourceNotFound, Throttled,
        Unauthorized, UnsupportedMediaType, WafFiltered,
    }.ToFrozenDictionary(type => type.Name);

    /// <summary>The customisation that applies where this type has none of its own.</summary>
    public GatewayResponseType Fallback => Status < 500 ? Default4xx : Default5xx;
}
