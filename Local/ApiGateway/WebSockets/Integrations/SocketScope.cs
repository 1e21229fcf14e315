using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Json;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.Templates.Variables;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// The variables of the templates of WebSocket APIs
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html).
/// </summary>
internal static class SocketScope
{
    private static readonly string[] Texts =
    [
        "apiId", "connectionId", "disconnectReason", "domainName", "eventType", "extendedRequestId", "messageDirection", "messageId",
        "requestId", "requestTime", "routeKey", "stage", "status",
    ];

    private static readonly string[] OfErrors = ["message", "messageString", "responseType", "validationErrorString"];

    private static readonly string[] OfIdentity =
    [
        "accountId", "apiKey", "apiKeyId", "caller", "cognitoAuthenticationProvider", "cognitoAuthenticationType", "cognitoIdentityId",
        "cognitoIdentityPoolId", "principalOrgId", "sourceIp", "user", "userAgent", "userArn",
    ];

    /// <summary>The variables of a template for a body.</summary>
    public static Dictionary<string, object?> For(SocketExchange exchange, string body, Overrides overrides)
    {
        var handshake = exchange.Handshake;
        return TemplateScope.Of(
            new InputVariable(
                body,
                TemplateScope.Map([]),
                TemplateScope.Map(TemplateScope.Last(QueryString.Parse(handshake?.Request.RawQuery ?? ""))),
                TemplateScope.Map(handshake is null ? [] : TemplateScope.Last(EventHeaders.For(handshake)))),
            Context(exchange, overrides),
            exchange.Stage.Variables);
    }

    private static JavaMap Context(SocketExchange exchange, Overrides overrides)
    {
        var context = Values(exchange, "context.", Texts);
        context.Put("connectedAt", exchange.Connection.ConnectedAt.ToUnixTimeMilliseconds());
        context.Put("requestTimeEpoch", exchange.Time.ToUnixTimeMilliseconds());
        if (exchange.Ending is { } ending)
        {
            context.Put("disconnectStatusCode", ending.StatusCode);
        }

        context.Put("error", Values(exchange, "context.error.", OfErrors));
        context.Put("identity", Values(exchange, "context.identity.", OfIdentity));
        context.Put("authorizer", JsonObjects.From(exchange.Connection.Authorizer) ?? TemplateScope.Map([]));
        context.Put("requestOverride", overrides.Request);
        return context;
    }

    private static JavaMap Values(SocketExchange exchange, string prefix, IEnumerable<string> names) => TemplateScope.Map(names
        .Select(name => (name, value: SocketVariables.Value(prefix + name, exchange)))
        .Where(one => one.value is not null)
        .Select(one => KeyValuePair.Create(one.name, one.value!)));
}
