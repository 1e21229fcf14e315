using System.Globalization;
using System.Numerics;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// The methods of numbers and booleans. Those of their classes are reached by any value, as in <c>$Integer.parseInt("5")</c> after
/// <c>#set($Integer = 0)</c>.
/// </summary>
internal static class JavaScalars
{
    /// <summary>What a method returns, or <see cref="JavaObjects.None"/>.</summary>
    public static object Call(object target, string name, object?[] arguments) => (target, name, arguments) switch
    {
        (bool value, "booleanValue", []) => value,
        (bool, "parseBoolean" or "valueOf", [string text]) => text.Equals("true", StringComparison.OrdinalIgnoreCase),
        (bool value, "compareTo", [bool other]) => value.CompareTo(other),
        (bool, _, _) => JavaObjects.None,
        (int, "parseInt" or "valueOf", [string text]) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (int, "parseInt", [string text, int radix]) => Convert.ToInt32(text, radix),
        (long, "parseLong" or "valueOf", [string text]) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (double, "parseDouble" or "valueOf", [string text]) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        (int value, "toHexString", []) => value.ToString("x", CultureInfo.InvariantCulture),
        (int, "toHexString", [int value]) => value.ToString("x", CultureInfo.InvariantCulture),
        (int, "toBinaryString", [int value]) => Convert.ToString(value, 2),
        (int or long or double or BigInteger, "intValue", []) => unchecked((int)JavaNumbers.ToLong(target)),
        (int or long or double or BigInteger, "longValue", []) => JavaNumbers.ToLong(target),
        (int or long or double or BigInteger, "doubleValue" or "floatValue", []) => JavaNumbers.ToDouble(target),
        (int or long or double, "compareTo", [{ } other]) when other.GetType() == target.GetType() => JavaNumbers.Compare(target, other),
        (double value, "isNaN", []) => double.IsNaN(value),
        (double value, "isInfinite", []) => double.IsInfinity(value),
        _ => JavaObjects.None,
    };
}
