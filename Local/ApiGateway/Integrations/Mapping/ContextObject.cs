using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Templates.Json;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// <c>$context</c> of templates
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference).
/// </summary>
internal static class ContextObject
{
    private static readonly string[] Texts =
    [
        "accountId", "apiId", "awsEndpointRequestId", "deploymentId", "domainName", "domainPrefix", "extendedRequestId", "httpMethod",
        "operationName", "path", "protocol", "requestId", "requestTime", "resourceId", "resourcePath", "stage", "wafResponseCode",
        "webaclArn", "xrayTraceId",
    ];

    private static readonly string[] OfIdentity =
    [
        "cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller", "apiKey", "apiKeyId", "sourceIp", "principalOrgId",
        "accessKey", "cognitoAuthenticationType", "cognitoAuthenticationProvider", "userArn", "userAgent", "user",
    ];

    /// <summary>The variable for a request.</summary>
    public static JavaMap For(Exchange exchange)
    {
        var context = Map();
        foreach (var name in Texts)
        {
            if (ContextVariables.Value($"context.{name}", exchange) is { } value)
            {
                context.Put(name, value);
            }
        }

        context.Put("requestTimeEpoch", exchange.Time.ToUnixTimeMilliseconds());
        context.Put("isCanaryRequest", false);
        context.Put("identity", Identity(exchange));
        context.Put("authorizer", Authorizer(exchange));
        context.Put("requestOverride", exchange.Overrides.Request);
        context.Put("responseOverride", exchange.Overrides.Response);
        return context;
    }

    // Claims can be read one by one; all of them together are null, as the page says.
    private static JavaMap Authorizer(Exchange exchange)
    {
        var authorizer = JsonObjects.From(exchange.Authorizer) as JavaMap ?? Map();
        if (authorizer.Get("claims") is JavaMap claims)
        {
            var silent = new JavaMap { MissingIsEmpty = true, IsSilent = true };
            foreach (var (name, value) in claims.Entries)
            {
                silent.Put(name, value);
            }

            authorizer.Put("claims", silent);
        }

        return authorizer;
    }

    private static JavaMap Identity(Exchange exchange)
    {
        var identity = Map();
        foreach (var name in OfIdentity)
        {
            identity.Put(name, ContextVariables.Value($"context.identity.{name}", exchange) ?? "");
        }

        return identity;
    }

    private static JavaMap Map() => new() { MissingIsEmpty = true };
}
