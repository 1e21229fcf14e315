using System.Text.Json;
using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Writes <c>requestContext</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html).
/// </summary>
internal static class SocketContext
{
    /// <summary><c>CONNECT</c>, <c>MESSAGE</c> or <c>DISCONNECT</c>.</summary>
    public static string EventType(SocketExchange exchange) => exchange.Kind.ToString().ToUpperInvariant();

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, SocketExchange exchange)
    {
        var connection = exchange.Connection;
        json.WriteStartObject();
        json.WriteString("routeKey", exchange.RouteKey);
        if (connection.Authorizer is { } authorizer)
        {
            json.WritePropertyName("authorizer");
            authorizer.WriteTo(json);
        }

        if (exchange.Ending is { } ended)
        {
            json.WriteNumber("disconnectStatusCode", ended.StatusCode);
        }

        if (exchange.MessageId is { } message)
        {
            json.WriteString("messageId", message);
        }

        json.WriteString("eventType", EventType(exchange));
        json.WriteString("extendedRequestId", exchange.RequestId);
        json.WriteString("requestTime", RequestContext.RequestTime(exchange.Time));
        json.WriteString("messageDirection", "IN");
        if (exchange.Ending is { } ending)
        {
            json.WriteString("disconnectReason", ending.Reason);
        }

        json.WriteString("stage", exchange.Stage.Name);
        json.WriteNumber("connectedAt", connection.ConnectedAt.ToUnixTimeMilliseconds());
        json.WriteNumber("requestTimeEpoch", exchange.Time.ToUnixTimeMilliseconds());
        WriteIdentity(json, connection);
        json.WriteString("requestId", exchange.RequestId);
        json.WriteString("domainName", connection.Host);
        json.WriteString("connectionId", connection.Id);
        json.WriteString("apiId", exchange.Api.Id);
        json.WriteEndObject();
    }

    // What is known of a caller who signed; without a signature there are only an address and, if it was sent, an agent.
    private static void WriteIdentity(Utf8JsonWriter json, Connection connection)
    {
        json.WriteStartObject("identity");
        if (connection.Caller is { } caller)
        {
            json.WriteString("userArn", caller.Arn);
        }

        if (connection.UserAgent is { } agent)
        {
            json.WriteString("userAgent", agent);
        }

        if (connection.Caller is { } signer)
        {
            json.WriteString("accountId", Account.Id);
            json.WriteString("caller", signer.UserId);
        }

        json.WriteString("sourceIp", connection.SourceIp);
        if (connection.Caller is { } user)
        {
            json.WriteString("accessKey", connection.AccessKeyId);
            json.WriteString("user", user.UserId);
        }

        json.WriteEndObject();
    }
}
