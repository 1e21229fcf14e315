using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayProxyRequest.RequestIdentity"/>.</summary>
internal static class RequestIdentityReader
{
    public static APIGatewayProxyRequest.RequestIdentity? Read(ref Utf8JsonReader reader) =>
        JsonObject.Read(ref reader, new APIGatewayProxyRequest.RequestIdentity(), Set);

    private static bool Set(APIGatewayProxyRequest.RequestIdentity identity, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.Is("cognitoIdentityPoolId"u8))
        {
            identity.CognitoIdentityPoolId = reader.GetString();
        }
        else if (name.Is("accountId"u8))
        {
            identity.AccountId = reader.GetString();
        }
        else if (name.Is("cognitoIdentityId"u8))
        {
            identity.CognitoIdentityId = reader.GetString();
        }
        else if (name.Is("caller"u8))
        {
            identity.Caller = reader.GetString();
        }
        else if (name.Is("apiKey"u8))
        {
            identity.ApiKey = reader.GetString();
        }
        else if (name.Is("apiKeyId"u8))
        {
            identity.ApiKeyId = reader.GetString();
        }
        else if (name.Is("accessKey"u8))
        {
            identity.AccessKey = reader.GetString();
        }
        else if (name.Is("sourceIp"u8))
        {
            identity.SourceIp = reader.GetString();
        }
        else if (name.Is("cognitoAuthenticationType"u8))
        {
            identity.CognitoAuthenticationType = reader.GetString();
        }
        else if (name.Is("cognitoAuthenticationProvider"u8))
        {
            identity.CognitoAuthenticationProvider = reader.GetString();
        }
        else if (name.Is("userArn"u8))
        {
            identity.UserArn = reader.GetString();
        }
        else if (name.Is("userAgent"u8))
        {
            identity.UserAgent = reader.GetString();
        }
        else if (name.Is("user"u8))
        {
            identity.User = reader.GetString();
        }
        else if (name.Is("clientCert"u8))
        {
            identity.ClientCert = ClientCertReader.Read(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
