using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>exists</c>: any value at all, or none.</summary>
internal sealed class Exists(bool exists) : ValueMatcher
{
    public override bool MatchesAbsence => !exists;

    public override bool Matches(JsonElement value) => exists;
}
