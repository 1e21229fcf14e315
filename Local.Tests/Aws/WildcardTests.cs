using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Tests.Aws;

public sealed class WildcardTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements('a', 'b', ':', '/').ListOf().Select(
        static letters => string.Concat(letters)).ToArbitrary();
    private static readonly Arbitrary<string> Patterns = Gen.Elements('a', 'b', ':', '/', '*', '?').ListOf().Select(
        static letters => string.Concat(letters)).ToArbitrary();

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("dynamodb:Get*", "dynamodb:GetItem", true)]
    [InlineData("dynamodb:Get?", "dynamodb:GetItem", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void Pattern_MatchesOrNot(string pattern, string text, bool expected) => Assert.Equal(expected, Wildcard.IsMatch(pattern, text));

    [Fact]
    public void Action_MatchesWithoutCase() => Assert.True(Wildcard.IsMatch("DYNAMODB:get*", "dynamodb:GetItem", ignoreCase: true));

    [Fact]
    public void Matching_AgreesWithARegularExpression() => Prop.ForAll(Patterns, Texts, static (pattern, text) =>
    {
        var expression =
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$";
        return Wildcard.IsMatch(pattern, text) == Regex.IsMatch(text, expression, RegexOptions.Singleline);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_MatchesItself() => Prop.ForAll(Texts, static text => Wildcard.IsMatch(text, text)).QuickCheckThrowOnFailure();

    [Fact]
    public void AddedStar_NeverTakesAMatchAway() => Prop.ForAll(Patterns, Texts, static (pattern, text) =>
        !Wildcard.IsMatch(pattern, text) || Wildcard.IsMatch(pattern + "*", text)).QuickCheckThrowOnFailure();

    [Fact]
    public void ManyStars_TakeNoExponentialTime() =>
        Assert.False(Wildcard.IsMatch(string.Concat(Enumerable.Repeat("a*", 200)) + "b", new string('a', 20_000)));
}
