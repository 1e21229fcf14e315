using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>numeric</c>: a number that is equal to one or within a range.</summary>
/// <param name="holds">The comparisons, all of which must hold.</param>
internal sealed class Numeric(params IReadOnlyList<Func<double, bool>> holds) : ValueMatcher
{
    public override bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && holds.All(comparison => comparison(number));
}
