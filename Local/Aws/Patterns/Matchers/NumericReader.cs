using System.Globalization;
using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>
/// Reads the operand of <c>numeric</c>
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching): a
/// comparison, or a lower bound and an upper one.
/// </summary>
internal sealed class NumericReader(PatternTokens tokens, PatternDialect dialect)
{
    /// <summary>Reads the list behind the name.</summary>
    /// <exception cref="PatternException">It is not valid.</exception>
    public Numeric Read()
    {
        tokens.Expect(JsonTokenType.StartArray, "Value of numeric must be an array.");
        if (tokens.Next().Type != JsonTokenType.String)
        {
            throw tokens.Fail($"Invalid member in numeric match: {tokens.Current.Text}");
        }

        var comparison = tokens.Current.Text;
        switch (comparison)
        {
            case "=" or "<" or "<=":
                var bound = ReadNumber(comparison is "=" ? "equals" : comparison);
                tokens.Expect(JsonTokenType.EndArray, "Too many elements in numeric expression");
                return new Numeric(Compare(comparison, bound));
            case ">" or ">=":
                return ReadRange(comparison, ReadNumber(comparison));
            default:
                tokens.Next();
                throw tokens.Fail($"Unrecognized numeric range operator: {comparison}");
        }
    }

    private Numeric ReadRange(string comparison, double bottom)
    {
        if (tokens.Next().Type == JsonTokenType.EndArray)
        {
            return new Numeric(Compare(comparison, bottom));
        }

        if (tokens.Current.Type != JsonTokenType.String)
        {
            throw tokens.Fail($"Bad value in numeric range: {tokens.Current.Text}");
        }

        var upper = tokens.Current.Text is "<" or "<="
            ? tokens.Current.Text
            : throw tokens.Fail($"Bad numeric range operator: {tokens.Current.Text}");
        var top = ReadNumber(upper);
        tokens.Expect(JsonTokenType.EndArray, "Too many terms in numeric range expression");
        return bottom < top
            ? new Numeric(Compare(comparison, bottom), Compare(upper, top))
            : throw tokens.Fail("Bottom must be less than top");
    }

    private double ReadNumber(string comparison)
    {
        var literal = tokens.Expect(JsonTokenType.Number, $"Value of {comparison} must be numeric").Text;
        var number = double.Parse(literal, CultureInfo.InvariantCulture);
        return Math.Abs(number) <= dialect.LargestNumber ? number : throw tokens.Fail(OutOfRange(dialect));
    }

    /// <summary>What is said of a number that is too large.</summary>
    public static string OutOfRange(PatternDialect dialect)
    {
        var largest = dialect.LargestNumber.ToString("0.0E0", CultureInfo.InvariantCulture);
        return $"Value must be between -{largest} and {largest}, inclusive";
    }

    private static Func<double, bool> Compare(string comparison, double bound) => comparison switch
    {
        "=" => value => value.Equals(bound),
        "<" => value => value < bound,
        "<=" => value => value <= bound,
        ">" => value => value > bound,
        _ => value => value >= bound,
    };
}
