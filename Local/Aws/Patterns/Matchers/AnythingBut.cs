using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>anything-but</c>: a value that satisfies none of these; there must be one.</summary>
internal sealed class AnythingBut(IReadOnlyList<ValueMatcher> excluded) : ValueMatcher
{
    public override int Values => excluded.Count;

    public override bool Matches(JsonElement value) => !excluded.Any(one => one.Matches(value));
}
