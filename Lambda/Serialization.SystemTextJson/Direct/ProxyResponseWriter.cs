using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Writes an <see cref="APIGatewayProxyResponse"/>; members that are null are left out.</summary>
internal static class ProxyResponseWriter
{
    public static void Write(Utf8JsonWriter json, APIGatewayProxyResponse? response)
    {
        if (response is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.StatusCode);
        WriteHeaders(json, response.Headers);
        WriteMultiValueHeaders(json, response.MultiValueHeaders);
        if (response.Body is { } body)
        {
            json.WriteString("body"u8, body);
        }

        json.WriteBoolean("isBase64Encoded"u8, response.IsBase64Encoded);
        json.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter json, IDictionary<string, string>? headers)
    {
        if (headers is null)
        {
            return;
        }

        json.WriteStartObject("headers"u8);
        foreach (var (name, value) in headers)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteMultiValueHeaders(Utf8JsonWriter json, IDictionary<string, IList<string>>? headers)
    {
        if (headers is null)
        {
            return;
        }

        json.WriteStartObject("multiValueHeaders"u8);
        foreach (var (name, values) in headers)
        {
            json.WritePropertyName(name);
            WriteValues(json, values);
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IList<string>? values)
    {
        if (values is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
