using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>One entry of a list of what a value may be.</summary>
internal abstract class ValueMatcher
{
    /// <summary>How many values the entry has.</summary>
    public virtual int Values => 1;

    /// <summary>Whether it is satisfied where the event has no such value.</summary>
    public virtual bool MatchesAbsence => false;

    /// <summary>Whether a value is so: a text, a number, a boolean or null.</summary>
    public abstract bool Matches(JsonElement value);
}
