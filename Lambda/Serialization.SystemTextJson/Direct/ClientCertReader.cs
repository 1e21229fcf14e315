using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayProxyRequest.ProxyRequestClientCert"/>.</summary>
internal static class ClientCertReader
{
    public static APIGatewayProxyRequest.ProxyRequestClientCert? Read(ref Utf8JsonReader reader) =>
        JsonObject.Read(ref reader, new APIGatewayProxyRequest.ProxyRequestClientCert(), Set);

    private static bool Set(
        APIGatewayProxyRequest.ProxyRequestClientCert certificate, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.Is("clientCertPem"u8))
        {
            certificate.ClientCertPem = reader.GetString();
        }
        else if (name.Is("subjectDN"u8))
        {
            certificate.SubjectDN = reader.GetString();
        }
        else if (name.Is("issuerDN"u8))
        {
            certificate.IssuerDN = reader.GetString();
        }
        else if (name.Is("serialNumber"u8))
        {
            certificate.SerialNumber = reader.GetString();
        }
        else if (name.Is("validity"u8))
        {
            certificate.Validity = ClientCertValidityReader.Read(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
