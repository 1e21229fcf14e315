using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// A date in one of HTTP's three forms (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7), as a cache reads it
/// (https://www.rfc-editor.org/rfc/rfc9111#section-4.2): each form to the letter, in upper or lower case. The name of the day says
/// nothing that the date does not say.
/// </summary>
internal static partial class HttpDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Day = "(?<day>[0-9]{2})";
    private const string Month = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private const string Year = "(?<year>[0-9]{4})";
    private const string Time = "(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9]|60)";
    private const string Short = "(mon|tue|wed|thu|fri|sat|sun)";
    private const string Current = Short + ", " + Day + " " + Month + " " + Year + " " + Time + " gmt";
    private const string Older =
        "(mon|tues|wednes|thurs|fri|satur|sun)day, " + Day + "-" + Month + "-(?<century>[0-9]{2}) " + Time + " gmt";

    private const string Oldest = Short + " " + Month + " (?<day>[0-9]{2}| [0-9]) " + Time + " " + Year;

    /// <summary>The date; null when it cannot be read.</summary>
    /// <param name="text">The whole value of the header.</param>
    /// <param name="now">Decides about the century of a year of two digits.</param>
    public static DateTimeOffset? Read(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text) || Form().Match(text) is not { Success: true } read)
        {
            return null;
        }

        int Number(string part) => int.Parse(read.Groups[part].ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        var month = (Months.IndexOf(read.Groups["month"].Value, StringComparison.OrdinalIgnoreCase) / 3) + 1;
        var year = read.Groups["century"].Success ? Century(Number("century"), now) : Number("year");
        if (year < 1 || Number("day") < 1 || Number("day") > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        // The last minute of a day may have a second more.
        var seconds = Math.Min(Number("second"), 59);
        return new DateTimeOffset(year, month, Number("day"), Number("hour"), Number("minute"), seconds, TimeSpan.Zero);
    }

    // What seems to be more than 50 years ahead is the last year that ended in these two digits.
    private static int Century(int digits, DateTimeOffset now)
    {
        var year = now.Year - (now.Year % 100) + digits;
        return year > now.Year + 50 ? year - 100 : year;
    }

    [GeneratedRegex(
        "^(" + Current + "|" + Older + "|" + Oldest + @")\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
