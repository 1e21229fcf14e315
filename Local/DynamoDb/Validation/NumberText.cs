using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// A number as DynamoDB takes it: up to 38 digits, from 1E-130 to 9.9999999999999999999999999999999999999E+125
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html).
/// </summary>
internal static partial class NumberText
{
    private const int MostDigits = 38;
    private const int LargestExponent = 125;
    private const int SmallestExponent = -130;

    // Beyond every limit, and far enough from the end of the type to be added to.
    private const long FarAway = 1_000_000_000_000;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Check(string text)
    {
        if (text.Length == 0)
        {
            return "The parameter cannot be converted to a numeric value";
        }

        if (Parse(text) is not var (digits, exponent))
        {
            return $"The parameter cannot be converted to a numeric value: {text}";
        }

        return exponent > LargestExponent ? "Number overflow. Attempting to store a number with magnitude larger than supported range"
            : exponent < SmallestExponent ? "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            : digits.Length > MostDigits ? "Attempting to store more than 38 significant digits in a Number"
            : null;
    }

    /// <summary>The number in one form, so that equal ones are equal: sign, digits and exponent.</summary>
    public static string Canonical(string text) => Parse(text) is var (digits, exponent) && digits.Length > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{(text.StartsWith('-') ? "-" : "")}{digits}E{exponent}")
        : "0";

    // The significant digits, and the exponent of the first of them.
    private static (string Digits, long Exponent)? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || (match.Groups["whole"].Length == 0 && match.Groups["part"].Length == 0))
        {
            return null;
        }

        var (whole, part) = (match.Groups["whole"].Value, match.Groups["part"].Value);
        long written = 0;
        if (match.Groups["exponent"].Success
            && !long.TryParse(match.Groups["exponent"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out written))
        {
            return null;
        }

        written = Math.Clamp(written, -FarAway, FarAway);
        var all = whole + part;
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');

        // Of a zero, the exponent counts that it is written with.
        return (digits, digits.Length == 0 ? written : whole.Length - leading - 1 + written);
    }

    [GeneratedRegex("^[+-]?(?<whole>[0-9]*)(\\.(?<part>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
