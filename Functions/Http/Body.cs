using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>The body of a request: JSON in UTF-8, bounded, not yet looked into.</summary>
internal sealed record Body(ReadOnlyMemory<byte> Utf8)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Result<Body> Read(string? text, bool isBase64, string? contentType)
    {
        if (!IsJson(contentType))
        {
            return new Failure(FailureKind.UnsupportedMediaType, "The body must be application/json, in UTF-8.");
        }

        if (string.IsNullOrEmpty(text))
        {
            return new Failure(FailureKind.MalformedBody, "The request needs a body.");
        }

        // A character is at least a byte, of base64 at least three quarters of one.
        if (text.Length > Limits.Body * (isBase64 ? 2 : 1))
        {
            return TooLarge;
        }

        return Decode(text, isBase64) switch
        {
            null => new Failure(FailureKind.MalformedBody, "The body is not well-formed text."),
            { Length: > Limits.Body } => TooLarge,
            var utf8 => new Body(utf8),
        };
    }

    /// <summary>Reads the body into a record. Where it fails is told by line and position, never by what stands there.</summary>
    public Result<T> As<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Utf8.Span, type) is { } value ? value : Malformed("The body is null.");
        }
        catch (JsonException fault)
        {
            var (line, position) = (fault.LineNumber + 1, fault.BytePositionInLine + 1);
            return Malformed($"The body is not JSON of the expected shape, at line {line}, byte {position}.");
        }
        catch (InvalidOperationException)
        {
            // A string that is not Unicode text, such as half a surrogate pair.
            return Malformed("The body contains a string that is not valid text.");
        }
    }

    private static Failure TooLarge { get; } = new(FailureKind.BodyTooLarge, $"The body may have {Limits.Body} bytes at most.");

    private static Failure Malformed(string detail) => new(FailureKind.MalformedBody, detail);

    private static byte[]? Decode(string text, bool isBase64)
    {
        try
        {
            return isBase64 ? Convert.FromBase64String(text) : Strict.GetBytes(text);
        }
        catch (Exception fault) when (fault is FormatException or EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether the content is said to be JSON; a request that says nothing is taken at its body.</summary>
    private static bool IsJson(string? contentType) =>
        string.IsNullOrWhiteSpace(contentType)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && type.CharSet?.Trim('"').ToUpperInvariant() is null or "UTF-8");
}
