using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// <c>String.format</c> with texts, whole numbers, decimals and booleans
/// (https://docs.oracle.com/javase/8/docs/api/java/util/Formatter.html).
/// </summary>
internal sealed partial class JavaFormat
{
    private const int MostDecimals = 28;

    private readonly object?[] _values;
    private readonly Rendering _rendering;
    private int _next;

    private JavaFormat(object?[] values, Rendering rendering) => (_values, _rendering) = (values, rendering);

    /// <summary>The text that a format makes of values.</summary>
    /// <exception cref="TemplateException">They do not fit.</exception>
    public static string Of(string format, object?[] values, Rendering rendering)
    {
        var made = new JavaFormat(values, rendering);
        return Rendering.Bounded(Conversion().Replace(format, made.Convert));
    }

    private string Convert(Match match)
    {
        var kind = match.Groups["kind"].Value;
        if (kind is "%" or "n")
        {
            return kind is "%" ? "%" : "\n";
        }

        if (kind.Length is 0)
        {
            throw new TemplateException($"the conversion '{match.Value}' of a format is not supported");
        }

        var flags = match.Groups["flags"].Value;
        var text = Text(kind, Take(match), flags, Number(match, "precision"));
        text = char.IsAsciiLetterUpper(kind[0]) ? text.ToUpperInvariant() : text;
        var width = Number(match, "width") ?? 0;
        return flags.Contains('-') ? text.PadRight(width)
            : flags.Contains('0') && text.Length < width ? Zeros(text, width)
            : text.PadLeft(width);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Length: > 0, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    private object? Take(Match match)
    {
        var place = Number(match, "place") is { } given ? given - 1 : _next++;
        return place >= 0 && place < _values.Length
            ? _values[place]
            : throw new TemplateException($"a format has no value for '{match.Value}'");
    }

    private string Text(string kind, object? value, string flags, int? precision) => (kind, value) switch
    {
        ("s" or "S", _) => Cut(JavaText.Of(value, _rendering), precision),
        ("b" or "B", _) => Cut(value is bool truth ? (truth ? "true" : "false") : value is null ? "false" : "true", precision),
        (_, null) => "null",
        ("d", int or long or BigInteger) => Signed(
            ((IFormattable)value).ToString(flags.Contains(',') ? "N0" : "D", CultureInfo.InvariantCulture), flags),
        ("x" or "X", int whole) => whole.ToString("x", CultureInfo.InvariantCulture),
        ("x" or "X", long whole) => whole.ToString("x", CultureInfo.InvariantCulture),
        ("f", double number) => Signed(Fixed(number, precision ?? 6, flags.Contains(',')), flags),
        ("e" or "E", double number) => Signed(Scientific(number, precision ?? 6), flags),
        _ => throw new TemplateException($"a format cannot write '{JavaText.Of(value, _rendering)}' by '%{kind}'"),
    };

    private static string Cut(string text, int? precision) => precision < text.Length ? text[..precision.Value] : text;

    private static string Signed(string number, string flags) => number.StartsWith('-') ? number
        : flags.Contains('+') ? $"+{number}"
        : flags.Contains(' ') ? $" {number}"
        : number;

    // Half is rounded up, away from zero, of the decimals that the number is written with.
    private static string Fixed(double number, int decimals, bool isGrouped)
    {
        var format = $"{(isGrouped ? 'N' : 'F')}{decimals}";
        return Math.Abs(number) < 1e15 && decimals <= MostDecimals
            ? Math.Round((decimal)number, decimals, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture)
            : number.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Scientific(double number, int decimals)
    {
        var digits = new string('0', decimals);
        return number.ToString($"0{(decimals > 0 ? "." : "")}{digits}e+00", CultureInfo.InvariantCulture);
    }

    // The zeros stand behind the sign.
    private static string Zeros(string text, int width) =>
        text[0] is '-' or '+' or ' ' ? text[0] + text[1..].PadLeft(width - 1, '0') : text.PadLeft(width, '0');

    [GeneratedRegex(@"%(?:(?<place>\d{1,3})\$)?(?<flags>[-0+, ]*)(?<width>\d{1,4})?(?:\.(?<precision>\d{1,3}))?(?<kind>[sSbBdxXfeEn%])?")]
    private static partial Regex Conversion();
}
