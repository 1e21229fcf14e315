using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// What a function returns: a status, which counts for <c>$connect</c> alone, a body, which is sent where the route has a response, and
/// headers, of which <c>Sec-WebSocket-Protocol</c> counts
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html).
/// </summary>
internal sealed record SocketResponse(int Status, ReadOnlyMemory<byte> Body, bool IsBinary, string? Subprotocol)
{
    /// <summary>The response of a route that has no integration.</summary>
    public static SocketResponse Empty { get; } = new(200, default, false, null);

    /// <summary>A response with these bytes, which go as text where they are text.</summary>
    public static SocketResponse Of(int status, ReadOnlyMemory<byte> body) => new(status, body, !Utf8.IsValid(body.Span), null);

    /// <summary>The response, or null when it does not have the form of a proxy response.</summary>
    public static SocketResponse? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = SentJson.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || StatusOf(root) is not { } status)
            {
                return null;
            }

            var body = root.TryGetProperty("body", out var text) ? ProxyHeaders.Scalar(text) ?? "" : "";
            var binary = root.TryGetProperty("isBase64Encoded", out var encoded) && ProxyHeaders.Scalar(encoded) == "true";
            return new(status, binary ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body), binary, Subprotocols(root));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static int? StatusOf(JsonElement root) =>
        !root.TryGetProperty("statusCode", out var value) || value.ValueKind == JsonValueKind.Null ? 200
        : int.TryParse(ProxyHeaders.Scalar(value), out var status) && status is >= 100 and <= 599 ? status
        : null;

    private static string? Subprotocols(JsonElement root) =>
        root.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject()
                .Where(header => header.Name.Equals("Sec-WebSocket-Protocol", StringComparison.OrdinalIgnoreCase))
                .Select(header => ProxyHeaders.Scalar(header.Value))
                .FirstOrDefault()
            : null;
}
