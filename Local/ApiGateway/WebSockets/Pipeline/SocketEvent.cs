using System.Buffers;
using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Writes the events of functions: of <c>AWS_PROXY</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-integrations.html) and of authorizers
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html).
/// </summary>
internal static class SocketEvent
{
    // What a request to upgrade has besides, and only an authorizer gets to see.
    private static readonly (string Name, string Value)[] Upgrade =
        [("Connection", "upgrade"), ("content-length", "0"), ("Upgrade", "websocket")];

    /// <summary>The event of an integration.</summary>
    public static ReadOnlyMemory<byte> ForIntegration(SocketExchange exchange) => Write(json =>
    {
        if (exchange.Kind != EventKind.Message)
        {
            WriteHeaders(json, exchange.Handshake is { } handshake ? EventHeaders.For(handshake) : NoHeaders(exchange));
        }

        if (exchange.Handshake is { Request.RawQuery.Length: > 0 } queried)
        {
            WriteQuery(json, queried);
        }

        if (exchange.Stage.Variables.Count > 0)
        {
            ProxyEvent.WriteMap(json, "stageVariables", exchange.Stage.Variables, emptyIsNull: false);
        }

        json.WritePropertyName("requestContext");
        SocketContext.Write(json, exchange);
        WriteBody(json, exchange);
    });

    /// <summary>The event of an authorizer: the request, with <c>{}</c> for what it does not have.</summary>
    public static ReadOnlyMemory<byte> ForAuthorizer(SocketExchange exchange) => Write(json =>
    {
        var headers = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in EventHeaders.For(exchange.Handshake!))
        {
            headers[name] = values;
        }

        foreach (var (name, value) in Upgrade)
        {
            headers[name] = [value];
        }

        json.WriteString("type", "REQUEST");
        json.WriteString("methodArn", exchange.RouteArn);
        WriteHeaders(json, headers);
        WriteQuery(json, exchange.Handshake!);
        ProxyEvent.WriteMap(json, "stageVariables", exchange.Stage.Variables, emptyIsNull: false);
        json.WritePropertyName("requestContext");
        SocketContext.Write(json, exchange);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, AwsJson.WriterOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    // A connection that has ended has no request any more; AWS leaves these names, and the host.
    private static Dictionary<string, IReadOnlyList<string>> NoHeaders(SocketExchange exchange) => new()
    {
        ["Host"] = [exchange.Connection.Host],
        ["x-api-key"] = [""],
        ["X-Forwarded-For"] = [""],
        ["x-restapi"] = [""],
    };

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        ProxyEvent.WriteLast(json, "headers", headers, emptyIsNull: false);
        ProxyEvent.WriteAll(json, "multiValueHeaders", headers, emptyIsNull: false);
    }

    private static void WriteQuery(Utf8JsonWriter json, Exchange handshake)
    {
        var query = QueryString.Parse(handshake.Request.RawQuery);
        ProxyEvent.WriteLast(json, "queryStringParameters", query, emptyIsNull: false);
        ProxyEvent.WriteAll(json, "multiValueQueryStringParameters", query, emptyIsNull: false);
    }

    private static void WriteBody(Utf8JsonWriter json, SocketExchange exchange)
    {
        if (exchange.Kind == EventKind.Message)
        {
            json.WriteString("body", Encoding.UTF8.GetString(exchange.Body.Span));
        }

        json.WriteBoolean("isBase64Encoded", false);
    }
}
