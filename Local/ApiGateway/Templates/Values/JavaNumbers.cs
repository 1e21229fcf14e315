using System.Globalization;
using System.Numerics;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>Numbers as Velocity calculates with them: integers stay integers, and what has no result is null.</summary>
internal static class JavaNumbers
{
    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(object? value) => value is int or long or double or BigInteger;

    /// <summary>Compares two numbers.</summary>
    public static int Compare(object one, object other) => one is double || other is double
        ? ToDouble(one).CompareTo(ToDouble(other))
        : ToBig(one).CompareTo(ToBig(other));

    /// <summary>Calculates with two numbers; null where a divisor is zero.</summary>
    public static object? Calculate(char symbol, object one, object other) => one is double || other is double
        ? Calculate(symbol, ToDouble(one), ToDouble(other))
        : Calculate(symbol, ToBig(one), ToBig(other)) is { } result ? Small(result, one is int && other is int) : null;

    /// <summary>A number as a double.</summary>
    public static double ToDouble(object number) => number is BigInteger big ? (double)big
        : Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>A number as a long, cut where it is none.</summary>
    public static long ToLong(object number) => number is double real ? (long)real : (long)(ToBig(number) & ulong.MaxValue);

    /// <summary>A number as Java writes it: <c>1.0</c>, <c>1.0E10</c>.</summary>
    public static string Text(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        var magnitude = Math.Abs(number);
        if (magnitude is 0 or >= 1e-3 and < 1e7)
        {
            var plain = number.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? plain : $"{plain}.0";
        }

        var digits = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits[(digits.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var figures = new string([.. shortest.Split('E')[0].Where(char.IsAsciiDigit)]).Trim('0');
        figures = figures.Length is 0 ? "0" : figures;
        return $"{(number < 0 ? "-" : "")}{figures[0]}.{(figures.Length > 1 ? figures[1..] : "0")}E{exponent}";
    }

    private static BigInteger ToBig(object number) => number switch
    {
        int small => small,
        long large => large,
        _ => (BigInteger)number,
    };

    private static object? Calculate(char symbol, double one, double other) => symbol switch
    {
        '+' => one + other,
        '-' => one - other,
        '*' => one * other,
        '/' => other is 0 ? null : one / other,
        _ => other is 0 ? null : one % other,
    };

    private static BigInteger? Calculate(char symbol, BigInteger one, BigInteger other) => symbol switch
    {
        '+' => one + other,
        '-' => one - other,
        '*' => one * other,
        '/' => other.IsZero ? null : BigInteger.Divide(one, other),
        _ => other.IsZero ? null : BigInteger.Remainder(one, other),
    };

    // What is beyond a long becomes a double, so that no number grows without an end.
    private static object Small(BigInteger number, bool areInts)
    {
        if (number < long.MinValue || number > long.MaxValue)
        {
            return ToDouble(number);
        }

        var whole = (long)number;
        return areInts && whole is >= int.MinValue and <= int.MaxValue ? (object)(int)whole : whole;
    }
}
