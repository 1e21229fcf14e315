using System.Text.Json;
using Lexicon.Local.Aws.Patterns.Matchers;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>
/// A list of what a value may be. Where the event has an array, one of its values must be so; an object is not a value, nor is an
/// empty array.
/// </summary>
internal sealed class ValuesPattern(IReadOnlyList<ValueMatcher> matchers) : IPattern
{
    public int Keys => 1;

    public long Combinations => matchers.Sum(matcher => matcher.Values);

    public bool Matches(JsonElement? value)
    {
        var values = value is { } present ? Leaves(present).ToList() : [];
        return values.Count == 0
            ? matchers.Any(matcher => matcher.MatchesAbsence)
            : matchers.Any(matcher => values.Any(matcher.Matches));
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object => [],
        _ => [value],
    };
}
