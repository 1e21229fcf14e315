using System.Globalization;
using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>
/// A number in a list of values: the same number however it is written, 300 as 3.0e2, as far as numbers are compared by value;
/// others, such as account ids, only as they are written.
/// </summary>
internal sealed class ExactNumber(string literal, PatternDialect dialect) : ValueMatcher
{
    private readonly double _number = double.Parse(literal, CultureInfo.InvariantCulture);

    public override bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Number
        && (value.GetRawText() == literal || (Math.Abs(_number) <= dialect.LargestNumber && value.GetDouble().Equals(_number)));
}
