namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>equals-ignore-case</c>: the same text in whatever case.</summary>
internal sealed class EqualsIgnoreCase(string expected) : TextMatcher
{
    protected override bool Matches(string text) => text.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
