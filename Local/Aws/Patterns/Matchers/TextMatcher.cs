using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>An entry that only a text can satisfy.</summary>
internal abstract class TextMatcher : ValueMatcher
{
    public sealed override bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.String && Matches(value.GetString()!);

    /// <summary>Whether a text is so.</summary>
    protected abstract bool Matches(string text);
}
