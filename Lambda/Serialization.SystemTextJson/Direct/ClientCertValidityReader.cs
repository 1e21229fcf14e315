using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayProxyRequest.ClientCertValidity"/>.</summary>
internal static class ClientCertValidityReader
{
    public static APIGatewayProxyRequest.ClientCertValidity? Read(ref Utf8JsonReader reader) =>
        JsonObject.Read(ref reader, new APIGatewayProxyRequest.ClientCertValidity(), Set);

    private static bool Set(APIGatewayProxyRequest.ClientCertValidity validity, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.Is("notBefore"u8))
        {
            validity.NotBefore = reader.GetString();
        }
        else if (name.Is("notAfter"u8))
        {
            validity.NotAfter = reader.GetString();
        }
        else
        {
            return false;
        }

        return true;
    }
}
