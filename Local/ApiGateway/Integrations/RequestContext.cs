using System.Globalization;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Writes <c>requestContext</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference).
/// </summary>
internal static class RequestContext
{
    /// <summary>The time in the common log format.</summary>
    public static string RequestTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>The host name that was called, as sent: with the port, which AWS's endpoints do not have.</summary>
    public static string DomainName(Exchange exchange) => exchange.Request.Host;

    /// <summary>The first label of the host name.</summary>
    public static string DomainPrefix(Exchange exchange) => exchange.Request.Host.Split('.', ':')[0];

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, Exchange exchange)
    {
        var (request, stage) = (exchange.Request, exchange.Stage!);
        json.WriteStartObject();
        json.WriteString("resourceId", exchange.Resource!.Id);
        if (exchange.Authorizer is { } authorizer)
        {
            json.WritePropertyName("authorizer");
            authorizer.WriteTo(json);
        }

        json.WriteString("resourcePath", exchange.Resource.Path);
        if (exchange.Method!.OperationName is { } operation)
        {
            json.WriteString("operationName", operation);
        }

        json.WriteString("httpMethod", request.Method);
        json.WriteString("extendedRequestId", exchange.Ids.ExtendedRequestId);
        json.WriteString("requestTime", RequestTime(exchange.Time));
        json.WriteString("path", $"/{stage.Name}{exchange.RawPath}");
        json.WriteString("accountId", Account.Id);
        json.WriteString("protocol", request.Protocol);
        json.WriteString("stage", stage.Name);
        json.WriteString("domainPrefix", DomainPrefix(exchange));
        json.WriteNumber("requestTimeEpoch", exchange.Time.ToUnixTimeMilliseconds());
        json.WriteString("requestId", exchange.Ids.RequestId);
        WriteIdentity(json, exchange);
        json.WriteString("domainName", DomainName(exchange));
        json.WriteString("deploymentId", stage.DeploymentId);
        json.WriteString("apiId", exchange.Api!.Id);
        json.WriteEndObject();
    }

    // Only calls signed with AWS credentials have more than an address, an agent and perhaps an API key.
    private static void WriteIdentity(Utf8JsonWriter json, Exchange exchange)
    {
        var (signer, apiKey) = (exchange.Signer, exchange.ApiKey);
        json.WriteStartObject("identity");
        json.WriteString("cognitoIdentityPoolId", signer?.CognitoIdentityPoolId);
        if (apiKey is not null)
        {
            json.WriteString("apiKey", apiKey.Value);
            json.WriteString("apiKeyId", apiKey.Id);
        }

        json.WriteString("accountId", signer is null ? null : Account.Id);
        json.WriteString("cognitoIdentityId", signer?.CognitoIdentityId);
        json.WriteString("caller", signer?.Caller.UserId);
        json.WriteString("sourceIp", exchange.Request.SourceIp);
        json.WriteNull("principalOrgId");
        json.WriteString("accessKey", signer?.AccessKey);
        json.WriteString("cognitoAuthenticationType", signer?.CognitoAuthenticationType);
        json.WriteString("cognitoAuthenticationProvider", signer?.CognitoAuthenticationProvider);
        json.WriteString("userArn", signer?.Caller.Arn);
        json.WriteString("userAgent", exchange.Request.Header("User-Agent"));
        json.WriteString("user", signer?.Caller.UserId);
        json.WriteEndObject();
    }
}
