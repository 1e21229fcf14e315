using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>The <c>Range</c> header: one range is honored, several and malformed ones are ignored as S3 does.</summary>
internal static partial class ByteRange
{
    /// <summary>First byte and length; null when the whole object is meant.</summary>
    /// <exception cref="S3Exception">416: the range begins behind the end.</exception>
    public static (long Start, long Length)? Parse(string header, long size)
    {
        if (Form().Match(header) is not { Success: true } match || (First(match) is { } low && Last(match) is { } high && low > high))
        {
            return null;
        }

        var (start, end) = (First(match), Last(match)) switch
        {
            (null, { } suffix) => (Math.Max(0, size - suffix), suffix == 0 ? -1 : size - 1),
            ({ } from, { } to) => (from, Math.Min(to, size - 1)),
            ({ } from, null) => (from, size - 1),
            _ => (0, size - 1),
        };
        return start <= end ? (start, end - start + 1) : throw new S3Exception(
            416, "InvalidRange", "The requested range is not satisfiable")
        {
            Details = [("RangeRequested", header), ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture))],
            Headers = [("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{size}"))],
        };
    }

    private static long? First(Match match) => Number(match.Groups["first"]);

    private static long? Last(Match match) => Number(match.Groups["last"]);

    // A position behind every end is one all the same (https://www.rfc-editor.org/rfc/rfc9110#section-14.1.1).
    private static long? Number(Group digits) => !digits.Success ? null
        : long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : long.MaxValue;

    [GeneratedRegex(
        @"^bytes=\s*((?<first>[0-9]+)-(?<last>[0-9]+)?|-(?<last>[0-9]+))\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
