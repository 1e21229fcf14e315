using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Models;

namespace Lexicon.Local.Tests.ApiGateway.Models;

public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData(@"^\d$", "7", true)]
    [InlineData(@"^\d$", "\u07c0", false)]
    [InlineData(@"^\D$", "\u07c0", true)]
    [InlineData(@"^\w$", "_", true)]
    [InlineData(@"^\w$", "\u00e9", false)]
    [InlineData(@"^\W$", "\u00e9", true)]
    [InlineData(@"^[\W]$", "\u00e9", true)]
    [InlineData(@"^[^\W]$", "\u00e9", false)]
    [InlineData(@"^\s$", "\ufeff", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^\S$", "\u0085", true)]
    [InlineData(@"^[\w.-]+$", "a.b-c", true)]
    [InlineData(@"^[\w-.]+$", "a.b-c", true)]
    [InlineData(@"^[.-\d]+$", "1-.", true)]
    [InlineData(@"^[a-z-[aeiou]$", "[", true)]
    [InlineData(@"^[a-c]$", "b", true)]
    [InlineData(@"\bis\b", "this is", true)]
    [InlineData(@"\bis\b", "this", false)]
    [InlineData(@"is\B", "\u00e9is\u00e9", false)]
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("a.c", "a\rc", false)]
    [InlineData("a.c", "abc", true)]
    [InlineData("a+", "xxaayy", true)]
    [InlineData(@"^\a\-\_\/\@\Z$", "a-_/@Z", true)]
    [InlineData(@"^\x41\u0042\cJ\t$", "AB\n\t", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("[]", "a", false)]
    [InlineData(@"^(a)\1$", "aa", true)]
    [InlineData("^(?:a|b)(?=c)", "bc", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^#a b$", "#a b", true)]
    public void Pattern_MatchesAsEcma262Says(string pattern, string text, bool matches)
    {
        var model = Read(new() { ["pattern"] = pattern });

        Assert.Equal(matches, model.Validate(JsonValue.Create(text).ToJsonString()).Count == 0);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[a")]
    [InlineData("a**")]
    [InlineData("(?i)a")]
    [InlineData("(?>a)")]
    [InlineData("(?#a)")]
    [InlineData(@"\p{L}")]
    [InlineData("\\")]
    [InlineData("[b-a]")]
    public void WhatIsNoPattern_IsRefusedByName(string pattern)
    {
        var mistake = Assert.Throws<ModelException>(
            () => Read(new() { ["properties"] = new JsonObject { ["a"] = new JsonObject { ["pattern"] = pattern } } }));

        Assert.StartsWith(
            $"$.properties.a: the keyword 'pattern' has '{pattern}', which is not a regular expression that can be read: ",
            mistake.Message,
            StringComparison.Ordinal);
    }

    private static Model Read(JsonObject schema) => Model.Read("Test", new Dictionary<string, JsonObject> { ["Test"] = schema });
}
