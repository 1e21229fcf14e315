using System.Buffers;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// The events of Lambda authorizers
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html).
/// </summary>
internal static class AuthorizerEvent
{
    /// <summary>For <c>TOKEN</c>.</summary>
    public static ReadOnlyMemory<byte> Token(Exchange exchange, string token) => Write("TOKEN", exchange, json =>
        json.WriteString("authorizationToken", token));

    /// <summary>For <c>REQUEST</c>: the request without its body, with <c>{}</c> in place of null.</summary>
    public static ReadOnlyMemory<byte> Request(Exchange exchange) => Write("REQUEST", exchange, json =>
    {
        ProxyEvent.WriteRequest(json, exchange, emptyIsNull: false);
        json.WritePropertyName("requestContext");
        RequestContext.Write(json, exchange);
    });

    private static ReadOnlyMemory<byte> Write(string type, Exchange exchange, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, AwsJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("methodArn", exchange.MethodArn);
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
