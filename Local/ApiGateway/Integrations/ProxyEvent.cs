using System.Buffers;
using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Writes the event of a Lambda proxy integration, with null wherever AWS has null
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format).
/// </summary>
internal static class ProxyEvent
{
    /// <summary>The event as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Exchange exchange)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, AwsJson.WriterOptions))
        {
            json.WriteStartObject();
            WriteRequest(json, exchange, emptyIsNull: true);
            json.WritePropertyName("requestContext");
            RequestContext.Write(json, exchange);
            WriteBody(json, exchange);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>What the events of proxy integrations and REQUEST authorizers have in common.</summary>
    public static void WriteRequest(Utf8JsonWriter json, Exchange exchange, bool emptyIsNull)
    {
        var headers = EventHeaders.For(exchange);
        var query = QueryString.Parse(exchange.Request.RawQuery);
        json.WriteString("resource", exchange.Resource!.Path);
        json.WriteString("path", exchange.Path);
        json.WriteString("httpMethod", exchange.Request.Method);
        WriteLast(json, "headers", headers, emptyIsNull);
        WriteAll(json, "multiValueHeaders", headers, emptyIsNull);
        WriteLast(json, "queryStringParameters", query, emptyIsNull);
        WriteAll(json, "multiValueQueryStringParameters", query, emptyIsNull);
        WriteMap(json, "pathParameters", exchange.PathParameters, emptyIsNull);
        WriteMap(json, "stageVariables", exchange.Stage!.Variables, emptyIsNull);
    }

    private static void WriteBody(Utf8JsonWriter json, Exchange exchange)
    {
        var request = exchange.Request;
        var binary = request.Body.Length > 0
            && MediaTypes.AreBinary(exchange.Api!.BinaryMediaTypes, request.Header("Content-Type") ?? "application/json");
        if (request.Body.IsEmpty)
        {
            json.WriteNull("body");
        }
        else if (binary)
        {
            json.WriteBase64String("body", request.Body.Span);
        }
        else
        {
            json.WriteString("body", Encoding.UTF8.GetString(request.Body.Span));
        }

        json.WriteBoolean("isBase64Encoded", binary);
    }

    /// <summary>The last value of each name.</summary>
    public static void WriteLast(
        Utf8JsonWriter json, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> values, bool emptyIsNull) =>
        WriteMap(json, name, values.ToDictionary(pair => pair.Key, pair => pair.Value[^1]), emptyIsNull);

    /// <summary>An object of texts.</summary>
    public static void WriteMap(
        Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> values, bool emptyIsNull)
    {
        if (emptyIsNull && values.Count == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>All values of each name.</summary>
    public static void WriteAll(
        Utf8JsonWriter json, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> values, bool emptyIsNull)
    {
        if (emptyIsNull && values.Count == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, list) in values)
        {
            json.WriteStartArray(key);
            foreach (var value in list)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
