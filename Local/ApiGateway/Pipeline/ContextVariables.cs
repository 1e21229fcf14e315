using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The variables of gateway responses and access logs
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html).
/// </summary>
internal static partial class ContextVariables
{
    /// <summary>The text with each <c>$context</c> and <c>$stageVariables</c> variable replaced.</summary>
    public static string Substitute(string text, Exchange exchange, string standIn) =>
        Variable().Replace(text, match => Value(match.Groups[1].Value, exchange) ?? standIn);

    /// <summary>The first dollar or template directive of a text that is none of these variables, or null.</summary>
    public static string? FirstUnknown(string text) =>
        Foreign().Match(Variable().Replace(text, "")) is { Success: true } match ? match.Value : null;

    /// <summary>The value of <c>context.name</c> or <c>stageVariables.name</c>; null where it has none.</summary>
    public static string? Value(string variable, Exchange exchange) => variable switch
    {
        "context.accountId" => Account.Id,
        "context.apiId" => exchange.Api?.Id,
        "context.authorize.error" => Signed(exchange) ? exchange.AuthorizerError : null,
        "context.authorize.latency" => Signed(exchange) ? Milliseconds(exchange.AuthorizerLatency) : null,
        "context.authorize.status" => Signed(exchange) ? Number(exchange.AuthorizerStatus) : null,
        "context.authorizer.latency" => Milliseconds(exchange.AuthorizerLatency),
        "context.authorizer.error" => exchange.AuthorizerError,
        "context.authorizer.status" => Number(exchange.AuthorizerStatus),
        "context.awsEndpointRequestId" => exchange.IntegrationRequestId,
        "context.deploymentId" => exchange.Stage?.DeploymentId,
        "context.domainName" => RequestContext.DomainName(exchange),
        "context.domainPrefix" => RequestContext.DomainPrefix(exchange),
        "context.error.message" => exchange.Failure?.Message,
        "context.error.messageString" => exchange.Failure is { } failure ? AwsJson.Quote(failure.Message) : null,
        "context.error.responseType" => exchange.Failure?.Type.Name,
        "context.error.validationErrorString" => Escaped(exchange.Failure?.ValidationError),
        "context.extendedRequestId" => exchange.Ids.ExtendedRequestId,
        "context.httpMethod" => exchange.Request.Method,
        "context.identity.accessKey" => exchange.Signer?.AccessKey,
        "context.identity.accountId" => exchange.Signer is null ? null : Account.Id,
        "context.identity.apiKey" => exchange.ApiKey?.Value,
        "context.identity.apiKeyId" => exchange.ApiKey?.Id,
        "context.identity.caller" or "context.identity.user" => exchange.Signer?.Caller.UserId,
        "context.identity.cognitoAuthenticationProvider" => exchange.Signer?.CognitoAuthenticationProvider,
        "context.identity.cognitoAuthenticationType" => exchange.Signer?.CognitoAuthenticationType,
        "context.identity.cognitoIdentityId" => exchange.Signer?.CognitoIdentityId,
        "context.identity.cognitoIdentityPoolId" => exchange.Signer?.CognitoIdentityPoolId,
        "context.identity.sourceIp" => exchange.Request.SourceIp,
        "context.identity.userAgent" => exchange.Request.Header("User-Agent"),
        "context.identity.userArn" => exchange.Signer?.Caller.Arn,
        "context.integrationLatency" or "context.integration.latency" => Milliseconds(exchange.IntegrationLatency),
        "context.integration.error" or "context.integrationErrorMessage" => exchange.IntegrationError,
        "context.integrationStatus" or "context.integration.integrationStatus" =>
            Number(exchange.InvocationStatus ?? exchange.IntegrationStatus),
        "context.integration.status" => Number(exchange.IntegrationStatus),
        "context.integration.requestId" => exchange.IntegrationRequestId,
        "context.operationName" => exchange.Method?.OperationName,
        "context.path" => exchange.Stage is null ? exchange.Request.RawPath : $"/{exchange.Stage.Name}{exchange.RawPath}",
        "context.protocol" => exchange.Request.Protocol,
        "context.requestId" => exchange.Ids.RequestId,
        "context.requestTime" => RequestContext.RequestTime(exchange.Time),
        "context.requestTimeEpoch" => exchange.Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "context.resourceId" => exchange.Resource?.Id,
        "context.resourcePath" => exchange.Resource?.Path,
        "context.responseLatency" => Milliseconds(exchange.ResponseLatency),
        "context.responseLength" => Number(exchange.Response?.Body.Length),
        "context.stage" => exchange.Stage?.Name,
        "context.status" => Number(exchange.Response?.Status),
        "context.waf.status" or "context.wafResponseCode" => exchange.WafResponse,
        "context.xrayTraceId" => exchange.Stage?.TracingEnabled == true ? exchange.Ids.TraceRoot : null,
        _ when variable.StartsWith("context.authorizer.", StringComparison.Ordinal) => Authorizer(variable, exchange.Authorizer),
        _ when variable.StartsWith("stageVariables.", StringComparison.Ordinal) =>
            exchange.Stage?.Variables.GetValueOrDefault(variable["stageVariables.".Length..]),
        _ => null,
    };

    // What a page calls authorization is that of IAM; authorizers have variables of their own.
    private static bool Signed(Exchange exchange) => exchange.Method?.Authorizer is IamAuthorizer;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Milliseconds(TimeSpan? time) =>
        time is { } known ? ((long)known.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : null;

    // Templates put it between quotes.
    private static string? Escaped(string? text) => text is null ? null : AwsJson.Quote(text)[1..^1];

    private static string? Authorizer(string variable, JsonObject? authorizer)
    {
        var names = variable["context.authorizer.".Length..].Split('.', 2);
        JsonNode? value = authorizer?[names[0]];
        return (names.Length == 2 ? (value as JsonObject)?[names[1]] : value)?.ToString();
    }

    [GeneratedRegex(@"\$\{?((?:context|stageVariables)(?:[.:][A-Za-z0-9_]+)+)\}?")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\S+|#(?:set|if|else|elseif|end|foreach|macro|parse|include)\b")]
    private static partial Regex Foreign();
}
