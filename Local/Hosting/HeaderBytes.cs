using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The listeners read a header value byte by byte, so that every byte passes (https://www.rfc-editor.org/rfc/rfc9110#section-5.5).
/// Where a value is text, most senders mean UTF-8.
/// </summary>
internal static class HeaderBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Control characters but the tab.
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(code => code != '\t').Append(127).Select(code => (char)code)]);

    /// <summary>Whether a value can be sent: it has no control characters but tabs.</summary>
    public static bool IsValid(string? value) => !value.AsSpan().ContainsAny(Forbidden);

    /// <summary>Refuses a request with a header that could not be passed on.</summary>
    /// <exception cref="BadHttpRequestException">A value has a control character.</exception>
    public static void Check(IHeaderDictionary headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                if (!IsValid(value))
                {
                    throw new BadHttpRequestException($"The header '{name}' has a control character.");
                }
            }
        }
    }

    /// <summary>The text of a value: UTF-8 where it is that, else Latin-1.</summary>
    public static string Text(string value)
    {
        if (Ascii.IsValid(value))
        {
            return value;
        }

        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(value));
        }
        catch (DecoderFallbackException)
        {
            return value;
        }
    }
}
