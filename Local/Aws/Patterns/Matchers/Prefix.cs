namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>prefix</c>: a text that begins so.</summary>
internal sealed class Prefix(string beginning, StringComparison comparison) : TextMatcher
{
    protected override bool Matches(string text) => text.StartsWith(beginning, comparison);
}
