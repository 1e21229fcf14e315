using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Aws;

/// <summary>
/// What is wrong with JSON in the words of the parser that Lambda uses (https://github.com/FasterXML/jackson-core), which clients see.
/// </summary>
internal static class JacksonMessage
{
    private const int LongestSource = 500;
    private const string Values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    /// <summary>The message for a text that is not JSON.</summary>
    public static string For(string text, JsonException flaw)
    {
        var at = IndexOf(text, flaw);
        var start = at;
        while (start > 0 && IsOfToken(text[start - 1]) && Says(flaw.Message, "literal"))
        {
            start--;
        }

        var token = new string([.. text.Skip(start).TakeWhile(IsOfToken)]);
        var isValue = Says(flaw.Message, "start of a value") || Says(flaw.Message, "literal");
        return isValue && token.Length > 0 && char.IsAsciiLetter(token[0])
                ? $"Unrecognized token '{token}': was expecting {Values}{At(text, start + token.Length)}"
            : at >= text.Length
                ? $"Unexpected end-of-input{At(text, text.Length)}"
            : string.Create(CultureInfo.InvariantCulture, $"Unexpected character ('{text[at]}' (code {(int)text[at]})): ")
                + Expected(text, at, flaw.Message) + At(text, at + 1);
    }

    private static string Expected(string text, int at, string message) =>
        Says(message, "property name. Expected a ':'") ? "was expecting a colon to separate field name and value"
        : Says(message, "property name") || Says(message, "object contains a trailing")
            ? "was expecting double-quote to start field name"
        : Says(message, "after a value") || Says(message, "end of data")
            ? $"was expecting comma to separate {Container(text, at)} entries"
        : $"expected a valid value {Values}";

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.Ordinal);

    // The kind of what is open at a place; strings do not count.
    private static string Container(string text, int at)
    {
        var open = new Stack<char>();
        var isString = false;
        for (var index = 0; index < at; index++)
        {
            switch (text[index])
            {
                case '\\' when isString:
                    index++;
                    break;
                case '"':
                    isString = !isString;
                    break;
                case '{' or '[' when !isString:
                    open.Push(text[index]);
                    break;
                case '}' or ']' when !isString:
                    open.TryPop(out _);
                    break;
            }
        }

        return open.TryPeek(out var kind) && kind is '[' ? "Array" : "Object";
    }

    private static int IndexOf(string text, JsonException flaw)
    {
        var line = 0;
        for (var number = 0L; number < (flaw.LineNumber ?? 0); number++)
        {
            line = text.IndexOf('\n', line) + 1;
        }

        var bytes = Encoding.UTF8.GetBytes(text[line..]);
        var position = (int)Math.Min(flaw.BytePositionInLine ?? 0, bytes.Length);
        return line + Encoding.UTF8.GetCharCount(bytes.AsSpan(0, position));
    }

    // The place is behind what was read last; lines and columns count from one.
    private static string At(string text, int index)
    {
        var before = text[..index];
        var (line, column) = (before.Count(character => character is '\n') + 1, index - before.LastIndexOf('\n'));
        var source = text.Length <= LongestSource ? $"\"{text}\""
            : $"\"{text[..LongestSource]}\"[truncated {Encoding.UTF8.GetByteCount(text[LongestSource..])} bytes]";
        return string.Create(CultureInfo.InvariantCulture, $"\n at [Source: (byte[]){source}; line: {line}, column: {column}]");
    }

    private static bool IsOfToken(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '$';
}
