using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayProxyRequest.ProxyRequestContext"/>.</summary>
internal static class RequestContextReader
{
    public static APIGatewayProxyRequest.ProxyRequestContext? Read(ref Utf8JsonReader reader) =>
        JsonObject.Read(ref reader, new APIGatewayProxyRequest.ProxyRequestContext(), Set);

    private static bool Set(APIGatewayProxyRequest.ProxyRequestContext context, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.Is("path"u8))
        {
            context.Path = reader.GetString();
        }
        else if (name.Is("accountId"u8))
        {
            context.AccountId = reader.GetString();
        }
        else if (name.Is("resourceId"u8))
        {
            context.ResourceId = reader.GetString();
        }
        else if (name.Is("stage"u8))
        {
            context.Stage = reader.GetString();
        }
        else if (name.Is("requestId"u8))
        {
            context.RequestId = reader.GetString();
        }
        else if (name.Is("identity"u8))
        {
            context.Identity = RequestIdentityReader.Read(ref reader);
        }
        else if (name.Is("resourcePath"u8))
        {
            context.ResourcePath = reader.GetString();
        }
        else if (name.Is("httpMethod"u8))
        {
            context.HttpMethod = reader.GetString();
        }
        else if (name.Is("apiId"u8))
        {
            context.ApiId = reader.GetString();
        }
        else if (name.Is("extendedRequestId"u8))
        {
            context.ExtendedRequestId = reader.GetString();
        }
        else if (name.Is("connectionId"u8))
        {
            context.ConnectionId = reader.GetString();
        }
        else if (name.Is("connectedAt"u8))
        {
            context.ConnectedAt = reader.GetInt64();
        }
        else if (name.Is("domainName"u8))
        {
            context.DomainName = reader.GetString();
        }
        else if (name.Is("domainPrefix"u8))
        {
            context.DomainPrefix = reader.GetString();
        }
        else if (name.Is("eventType"u8))
        {
            context.EventType = reader.GetString();
        }
        else if (name.Is("messageId"u8))
        {
            context.MessageId = reader.GetString();
        }
        else if (name.Is("routeKey"u8))
        {
            context.RouteKey = reader.GetString();
        }
        else if (name.Is("authorizer"u8))
        {
            context.Authorizer = AuthorizerContextReader.Read(ref reader);
        }
        else if (name.Is("operationName"u8))
        {
            context.OperationName = reader.GetString();
        }
        else if (name.Is("error"u8))
        {
            context.Error = reader.GetString();
        }
        else if (name.Is("integrationLatency"u8))
        {
            context.IntegrationLatency = reader.GetString();
        }
        else if (name.Is("messageDirection"u8))
        {
            context.MessageDirection = reader.GetString();
        }
        else if (name.Is("requestTime"u8))
        {
            context.RequestTime = reader.GetString();
        }
        else if (name.Is("requestTimeEpoch"u8))
        {
            context.RequestTimeEpoch = reader.GetInt64();
        }
        else if (name.Is("status"u8))
        {
            context.Status = reader.GetString();
        }
        else
        {
            return false;
        }

        return true;
    }
}
