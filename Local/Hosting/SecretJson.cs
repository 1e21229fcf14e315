using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Local.Hosting;

/// <summary>
/// JSON without what only its sender may know, read token by token: so the beginning of a document will do. Texts that are JSON
/// themselves, as a proxy event's body is, are read alike.
/// </summary>
internal static class SecretJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a text means to be an object or a list.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>The document without secrets; null where it is not JSON.</summary>
    /// <param name="json">The document.</param>
    /// <param name="isWhole">Whether that is all of it; else what is complete of it, and closed.</param>
    public static string? Hide(ReadOnlySpan<byte> json, bool isWhole = true)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(json.Length + 64);
            using (var writer = new Utf8JsonWriter(buffer, Writing))
            {
                Copy(new Utf8JsonReader(json, isWhole, default), writer);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Copy(Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        // The name waits for its value: of a document that is cut there may be none.
        string? name = null;
        var open = new Stack<JsonTokenType>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString();
                continue;
            }

            var isSecret = name is not null && IsValue(reader.TokenType) && SecretNames.Contain(name);
            if (name is not null)
            {
                writer.WritePropertyName(name);
            }

            if (isSecret)
            {
                writer.WriteStringValue(SecretText.Hidden);
                if (!reader.TrySkip())
                {
                    break;
                }
            }
            else
            {
                CopyToken(ref reader, writer, open, name);
            }

            name = null;
        }

        foreach (var container in open)
        {
            Close(writer, container);
        }
    }

    private static bool IsValue(JsonTokenType type) => type is JsonTokenType.String or JsonTokenType.Number
        or JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static void CopyToken(ref Utf8JsonReader reader, Utf8JsonWriter writer, Stack<JsonTokenType> open, string? name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                open.Push(reader.TokenType);
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                open.Push(reader.TokenType);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close(writer, open.Pop());
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(HideText(name, reader.GetString()!));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void Close(Utf8JsonWriter writer, JsonTokenType container)
    {
        if (container == JsonTokenType.StartObject)
        {
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteEndArray();
        }
    }

    private static string HideText(string? name, string text)
    {
        if (name?.EndsWith("QueryString", StringComparison.OrdinalIgnoreCase) is true)
        {
            return SecretQuery.Hide(text);
        }

        // The bodies of proxy events and of records; some are base64.
        var isBody = name is "body" or "Body" or "Message" or "data";
        if (isBody && OfBase64(text) is { } decoded)
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(decoded));
        }

        return isBody || text is ['{' or '[', ..] ? SecretBody.Hide(text) : SecretText.Hide(text);
    }

    private static string? OfBase64(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return text.Length >= 12 && Convert.TryFromBase64String(text, bytes, out var count)
            && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, count))
                ? SecretBody.Hide(Encoding.UTF8.GetString(bytes, 0, count))
                : null;
    }
}
