using System.Globalization;
using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Reads what a function returns to a proxy integration
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format).
/// As on AWS no member is required (the status is 200 without one), scalars are taken as text, and a member that is not in
/// the format makes the whole response malformed.
/// </summary>
internal static class ProxyResponse
{
    /// <summary>The response, or null when it is malformed.</summary>
    /// <exception cref="InvalidBase64Exception">The body should be decoded and cannot be.</exception>
    public static ApiResponse? Read(ReadOnlyMemory<byte> payload, Exchange exchange)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Read(document.RootElement, exchange);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair is not text: .NET reports it only when the text is read.
            return null;
        }
    }

    private static ApiResponse? Read(JsonElement root, Exchange exchange)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (status, body, base64) = (200, "", false);
        JsonElement? single = null, multiple = null;
        foreach (var member in root.EnumerateObject())
        {
            var understood = member.Name switch
            {
                "statusCode" => TryStatus(member.Value, ref status),
                "headers" => TryObject(member.Value, ref single),
                "multiValueHeaders" => TryObject(member.Value, ref multiple),
                "body" => TryText(member.Value, ref body),
                "isBase64Encoded" => TryBoolean(member.Value, ref base64),
                _ => false,
            };
            if (!understood)
            {
                return null;
            }
        }

        return ProxyHeaders.Merge(single, multiple) is { } headers
            ? new(status, headers, Body(body, base64, headers, exchange))
            : null;
    }

    // A body is decoded when what the client accepts first is binary for the API; without an Accept header the
    // response's own type decides.
    private static byte[] Body(
        string body, bool base64, IReadOnlyList<KeyValuePair<string, string>> headers, Exchange exchange)
    {
        var mediaType = MediaTypes.FirstAccepted(exchange.Request.Header("Accept"))
            ?? headers.First(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        if (!base64 || !MediaTypes.AreBinary(exchange.Api!.BinaryMediaTypes, mediaType))
        {
            return Encoding.UTF8.GetBytes(body);
        }

        try
        {
            return Convert.FromBase64String(body);
        }
        catch (FormatException)
        {
            throw new InvalidBase64Exception();
        }
    }

    private static bool TryStatus(JsonElement value, ref int status)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        var parsed = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        status = parsed ? (int)number : status;
        return value.ValueKind == JsonValueKind.Null || (parsed && status is >= 200 and <= 599);
    }

    private static bool TryObject(JsonElement value, ref JsonElement? members)
    {
        members = value.ValueKind == JsonValueKind.Object ? value : null;
        return value.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
    }

    private static bool TryText(JsonElement value, ref string text)
    {
        var scalar = ProxyHeaders.Scalar(value);
        text = scalar ?? text;
        return scalar is not null || value.ValueKind == JsonValueKind.Null;
    }

    private static bool TryBoolean(JsonElement value, ref bool boolean) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => (boolean = value.GetBoolean()) || true,
        JsonValueKind.String => bool.TryParse(value.GetString(), out boolean),
        JsonValueKind.Null => true,
        _ => false,
    };
}
