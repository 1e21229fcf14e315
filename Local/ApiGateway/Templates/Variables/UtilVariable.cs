using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Templates.Json;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Variables;

/// <summary>
/// <c>$util</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference).
/// </summary>
internal sealed class UtilVariable : IJavaObject
{
    public bool TryGet(string name, out object? value)
    {
        value = null;
        return false;
    }

    public bool TryCall(string name, object?[] arguments, Rendering rendering, out object? value)
    {
        value = arguments is [{ } argument] ? Call(name, JavaText.Of(argument, rendering)) : null;
        return value is not null;
    }

    private static object? Call(string name, string text) => name switch
    {
        "escapeJavaScript" => EscapeJavaScript(text),
        "parseJson" => ParseJson(text),
        "urlEncode" => UrlEncode(text),
        "urlDecode" => WebUtility.UrlDecode(text),
        "base64Encode" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        "base64Decode" => Base64Decode(text),
        _ => null,
    };

    // As Apache Commons does it: quotation marks, the two slashes and all that is not printable ASCII.
    private static string EscapeJavaScript(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\'' => @"\'",
                '"' => "\\\"",
                '\\' => @"\\",
                '/' => @"\/",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '\b' => @"\b",
                '\f' => @"\f",
                < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character.ToString(),
            });
        }

        return Rendering.Bounded(escaped.ToString());
    }

    private static object? ParseJson(string text)
    {
        try
        {
            return JsonObjects.Parse(text);
        }
        catch (JsonException mistake)
        {
            throw new TemplateException($"$util.parseJson: {mistake.Message}");
        }
    }

    // As Java's URLEncoder does it: letters, digits and .-*_ stay, a blank is a plus sign.
    private static string UrlEncode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)value;
            encoded.Append(char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '*' or '_' ? character.ToString()
                : character is ' ' ? "+"
                : string.Create(CultureInfo.InvariantCulture, $"%{value:X2}"));
        }

        return Rendering.Bounded(encoded.ToString());
    }

    private static string Base64Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException mistake)
        {
            throw new TemplateException($"$util.base64Decode: {mistake.Message}");
        }
    }
}
