namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>suffix</c>: a text that ends so.</summary>
internal sealed class Suffix(string end, StringComparison comparison) : TextMatcher
{
    protected override bool Matches(string text) => text.EndsWith(end, comparison);
}
