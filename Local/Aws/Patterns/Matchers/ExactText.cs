namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>A text in a list of values: the same text.</summary>
internal sealed class ExactText(string expected) : TextMatcher
{
    protected override bool Matches(string text) => text == expected;
}
