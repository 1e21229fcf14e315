using System.Globalization;
using System.Numerics;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A number as JSON writes it, exact and of any size: <c>Digits * 10^Exponent</c>, without zeros at the end.</summary>
internal readonly record struct JsonNumber(BigInteger Digits, long Exponent) : IComparable<JsonNumber>
{
    // Beyond any exponent that a comparison needs.
    private const long Farthest = 1_000_000_000_000;

    /// <summary>A count.</summary>
    public static JsonNumber From(int count) => Parse(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a number that JSON's grammar allows.</summary>
    public static JsonNumber Parse(string text)
    {
        var end = text.IndexOfAny(['e', 'E']);
        var exponent = end < 0 ? 0 : (long)BigInteger.Clamp(Integer(text[(end + 1)..]), -Farthest, Farthest);
        var digits = end < 0 ? text : text[..end];
        if (digits.IndexOf('.', StringComparison.Ordinal) is var point and >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        var trimmed = digits.TrimEnd('0');
        return trimmed is "" or "-" ? default : new(Integer(trimmed), exponent + digits.Length - trimmed.Length);
    }

    public int CompareTo(JsonNumber other)
    {
        if (Digits.Sign != other.Digits.Sign || Digits.IsZero)
        {
            return Digits.Sign.CompareTo(other.Digits.Sign);
        }

        // The place of the first digit decides first, so that what is scaled stays small.
        var magnitude = Magnitude.CompareTo(other.Magnitude) * Digits.Sign;
        var shift = Exponent - other.Exponent;
        return magnitude != 0 ? magnitude
            : shift >= 0 ? (Digits * BigInteger.Pow(10, (int)shift)).CompareTo(other.Digits)
            : Digits.CompareTo(other.Digits * BigInteger.Pow(10, (int)-shift));
    }

    /// <summary>Whether the number is a whole multiple of another, which is above zero.</summary>
    public bool IsMultipleOf(JsonNumber other)
    {
        // Digits never end in a zero: what has more decimal places than the other is not a multiple of it.
        var shift = Exponent - other.Exponent;
        return Digits.IsZero
            || (shift >= 0 && (Digits * BigInteger.ModPow(10, shift, other.Digits) % other.Digits).IsZero);
    }

    private long Magnitude => Exponent + BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length;

    private static BigInteger Integer(string text) =>
        BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
