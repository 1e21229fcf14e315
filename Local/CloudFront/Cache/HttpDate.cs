using System.Globalization;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>A date in one of HTTP's three forms (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).</summary>
internal static class HttpDate
{
    private static readonly string[] Forms = ["R", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM dd HH:mm:ss yyyy"];

    /// <summary>The date; null when it cannot be read.</summary>
    public static DateTimeOffset? Read(string? text) => DateTimeOffset.TryParseExact(
        text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date)
            ? date
            : null;
}
