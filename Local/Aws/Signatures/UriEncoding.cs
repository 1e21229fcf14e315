using System.Globalization;
using System.Text;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// The encodings of the canonical request (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static class UriEncoding
{
    /// <summary>Percent-encodes everything but the unreserved characters of RFC 3986.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>S3's path: each character encoded exactly once, however the client wrote it; nothing is normalized.</summary>
    public static string PathOnce(string rawPath) =>
        string.Join('/', rawPath.Split('/').Select(segment => EncodeOnce(segment)));

    /// <summary>Every other service's path: as sent, dot segments and empty segments removed, encoded once more.</summary>
    public static string PathTwice(string rawPath)
    {
        List<string> kept = [];
        var segments = rawPath.Split('/');
        foreach (var segment in segments)
        {
            if (segment == "..")
            {
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            }
            else if (segment is not ("" or "."))
            {
                kept.Add(Encode(segment));
            }
        }

        var trailing = kept.Count > 0 && segments[^1] is "" or "." or ".." ? "/" : "";
        return $"/{string.Join('/', kept)}{(kept.Count > 0 ? trailing : "")}";
    }

    /// <summary>The query, decoded, encoded anew and sorted; the signature itself is left out.</summary>
    public static string Query(string rawQuery) => string.Join('&', rawQuery
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? (Name: Recode(pair), Value: "")
                : (Name: Recode(pair[..equals]), Value: Recode(pair[(equals + 1)..]));
        })
        .Where(static pair => pair.Name != "X-Amz-Signature")
        .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
        .Select(static pair => $"{pair.Name}={pair.Value}"));

    // Byte by byte: what is no UTF-8 is signed, too, and it is the service that refuses it.
    private static string EncodeOnce(string segment)
    {
        if (segment.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~'))
        {
            return segment;
        }

        var bytes = Encoding.UTF8.GetBytes(segment);
        var once = new StringBuilder(segment.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == '%' && i + 2 < bytes.Length
                && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                value = escaped;
                i += 2;
            }

            once.Append(char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~'
                ? $"{(char)value}"
                : $"%{value:X2}");
        }

        return once.ToString();
    }

    private static string Recode(string text) => Encode(Uri.UnescapeDataString(text));
}
