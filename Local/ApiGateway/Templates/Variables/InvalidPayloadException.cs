using System.Text;
using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Templates.Variables;

/// <summary>A template reads a payload as JSON, and it is not.</summary>
internal sealed class InvalidPayloadException(string payload, JsonException mistake) : Exception(Describe(payload, mistake))
{
    // In the words of the parser that API Gateway uses, where the kind of the mistake is clear.
    private static string Describe(string payload, JsonException mistake)
    {
        var start = payload.TakeWhile(char.IsWhiteSpace).Count();
        var token = new string([.. payload.Skip(start).TakeWhile(char.IsAsciiLetterOrDigit)]);
        var (line, column) = ((mistake.LineNumber ?? 0) + 1, (mistake.BytePositionInLine ?? 0) + 1);
        var what = token.Length > 0 && char.IsAsciiLetter(token[0])
            ? $"Unrecognized token '{token}': was expecting ('true', 'false' or 'null')"
            : start + token.Length < payload.Length && (mistake.BytePositionInLine ?? 0) < Encoding.UTF8.GetByteCount(payload)
                ? $"Unexpected character in line {line}"
                : "Unexpected end-of-input";
        var position = token.Length > 0 && char.IsAsciiLetter(token[0]) ? start + token.Length + 1 : column;
        return $"Could not parse request body into json: {what}\n at [Source: (byte[])\"{payload}\"; line: {line}, column: {position}]";
    }
}
