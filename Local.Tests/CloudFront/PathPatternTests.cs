using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudFront;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("/api/*", "/api/", true)]
    [InlineData("/api/*", "/api/a/b?c", true)]
    [InlineData("/api/*", "/api", false)]
    [InlineData("/api/*", "/API/a", false)]
    [InlineData("api/*", "/api/a", true)]
    [InlineData("*.jpg", "/a/b.jpg", true)]
    [InlineData("*.jpg", "/a/b.jpeg", false)]
    [InlineData("/a??.jpg", "/abc.jpg", true)]
    [InlineData("/a??.jpg", "/ab.jpg", false)]
    [InlineData("*", "/", true)]
    [InlineData("/", "/", true)]
    [InlineData("/", "/a", false)]
    public void Matches_FollowsTheDocumentedRules(string pattern, string path, bool matches) =>
        Assert.Equal(matches, new PathPattern(pattern).Matches(path));

    [Fact]
    public void Matches_AnyPatternAndPath_AsTheRegularExpressionDoes() => Prop.ForAll(
        Gen.Elements("a", "b", "/", "*", "?", ".").ListOf().Select(parts => "/" + string.Concat(parts)).ToArbitrary(),
        Gen.Elements("a", "b", "/", ".").ListOf().Select(parts => "/" + string.Concat(parts)).ToArbitrary(),
        (pattern, path) => new PathPattern(pattern).Matches(path) == Regex.IsMatch(
            path, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace(
                "\\?", ".", StringComparison.Ordinal) + "$"))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Matches_HostilePattern_StaysFast() =>
        Assert.False(new PathPattern("/" + string.Concat(Enumerable.Repeat("*a", 200))).Matches("/" + new string('a', 8000) + "b"));
}
