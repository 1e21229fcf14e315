namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of the answers that API Gateway gives by itself, all of it.</summary>
public sealed class ApiStackRefusalTests
{
    [Fact]
    public void GatewayResponses_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::GatewayResponse", """
        ResponseParameters.gatewayresponse.header.Access-Control-Allow-Origin = 'https://example.org'  full ×21
        ResponseParameters.gatewayresponse.header.Cache-Control = 'no-store'  ×21
        ResponseParameters.gatewayresponse.header.Content-Type = 'application/problem+json'  ×21
        ResponseParameters.gatewayresponse.header.Retry-After = '1'  ×1
        ResponseParameters.gatewayresponse.header.WWW-Authenticate = 'Bearer'  ×1
        ResponseTemplates.application/json = {"type":"/problems/body-too-large","title":"The body is too large","status":413,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"/problems/invalid-content","title":"The body breaks rules","status":400,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId","errors":[{"pointer":"","detail":"$context.error.validationErrorString"}]}  ×1
        ResponseTemplates.application/json = {"type":"/problems/invalid-parameter","title":"A parameter has a value that it cannot have","status":400,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"/problems/unauthenticated","title":"Nobody is signed in","status":401,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"/problems/unsupported-media-type","title":"The body is not JSON","status":415,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"about:blank","title":"Forbidden","status":403,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×6
        ResponseTemplates.application/json = {"type":"about:blank","title":"Gateway Timeout","status":504,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×2
        ResponseTemplates.application/json = {"type":"about:blank","title":"Internal Server Error","status":500,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×3
        ResponseTemplates.application/json = {"type":"about:blank","title":"Not Found","status":404,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"about:blank","title":"The request could not be served","detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"about:blank","title":"The request was refused","detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×1
        ResponseTemplates.application/json = {"type":"about:blank","title":"Too Many Requests","status":429,"detail":$context.error.messageString,"instance":"urn:uuid:$context.requestId"}  ×2
        ResponseType = ACCESS_DENIED  ×1
        ResponseType = API_CONFIGURATION_ERROR  ×1
        ResponseType = AUTHORIZER_CONFIGURATION_ERROR  ×1
        ResponseType = AUTHORIZER_FAILURE  ×1
        ResponseType = BAD_REQUEST_BODY  ×1
        ResponseType = BAD_REQUEST_PARAMETERS  ×1
        ResponseType = DEFAULT_4XX  ×1
        ResponseType = DEFAULT_5XX  ×1
        ResponseType = EXPIRED_TOKEN  ×1
        ResponseType = INTEGRATION_FAILURE  ×1
        ResponseType = INTEGRATION_TIMEOUT  ×1
        ResponseType = INVALID_API_KEY  ×1
        ResponseType = INVALID_SIGNATURE  ×1
        ResponseType = MISSING_AUTHENTICATION_TOKEN  ×1
        ResponseType = QUOTA_EXCEEDED  ×1
        ResponseType = REQUEST_TOO_LARGE  ×1
        ResponseType = RESOURCE_NOT_FOUND  ×1
        ResponseType = THROTTLED  ×1
        ResponseType = UNAUTHORIZED  ×1
        ResponseType = UNSUPPORTED_MEDIA_TYPE  ×1
        ResponseType = WAF_FILTERED  ×1
        RestApiId = ${./Api}  ×21
        StatusCode = 400  ×2
        StatusCode = 401  ×1
        StatusCode = 403  ×6
        StatusCode = 404  ×1
        StatusCode = 413  ×1
        StatusCode = 415  ×1
        StatusCode = 429  ×2
        StatusCode = 500  ×3
        StatusCode = 504  ×2
        """);
}
