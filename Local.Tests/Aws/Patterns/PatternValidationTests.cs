using Lexicon.Local.Aws.Patterns;

namespace Lexicon.Local.Tests.Aws.Patterns;

/// <summary>What is no pattern, in AWS's words.</summary>
public sealed class PatternValidationTests
{
    [Theory]
    [InlineData("""[1]""", "Filter is not an object")]
    [InlineData("""{}""", "Empty objects are not allowed")]
    [InlineData("""{"a":[]}""", "Empty arrays are not allowed")]
    [InlineData("""{"a":"x"}""", "\"a\" must be an object or an array")]
    [InlineData("""{"a":[["x"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"a":[{}]}""", "Match expression name not found")]
    [InlineData("""{"a":[{"postfix":"x"}]}""", "Unrecognized match type postfix")]
    [InlineData("""{"a":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"prefix":"x","suffix":"y"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":[{"exists":"yes"}]}""", "exists match pattern must be either true or false.")]
    [InlineData("""{"a":[{"numeric":5}]}""", "Value of numeric must be an array.")]
    [InlineData("""{"a":[{"numeric":["is",5]}]}""", "Unrecognized numeric range operator: is")]
    [InlineData("""{"a":[{"numeric":["=","5"]}]}""", "Value of equals must be numeric")]
    [InlineData("""{"a":[{"numeric":[">",1,">",5]}]}""", "Bad numeric range operator: >")]
    [InlineData("""{"a":[{"numeric":[">",5,"<",1]}]}""", "Bottom must be less than top")]
    [InlineData("""{"a":[{"numeric":["=",6000000000]}]}""", "Value must be between -5.0E9 and 5.0E9, inclusive")]
    [InlineData("""{"a":[{"anything-but":["x",1]}]}""",
        "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [InlineData("""{"a":[{"anything-but":true}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"a":[{"anything-but":{"numeric":["=",1]}}]}""", "Unsupported anything-but pattern: numeric")]
    [InlineData("""{"$or":[{"a":[1]}]}""", "There must have at least 2 Objects in $or relationship.")]
    [InlineData("""{"$or":{"a":[1]}}""", "It must be an Array followed with $or.")]
    [InlineData("""{"$or":[{"a":[1]},{"prefix":["x"]}]}""", "prefix is Ruler reserved fieldName which cannot be used inside $or.")]
    public void WhatIsWrong_IsSaidInAwsWords(string pattern, string reason) =>
        Assert.StartsWith($"{reason}\n at [Source: (String)\"", Refusal(pattern, PatternDialect.EventBridge), StringComparison.Ordinal);

    [Theory]
    [InlineData("not JSON", "Invalid JSON")]
    [InlineData("""{"a":[{"wildcard":"a**b"}]}""", "Consecutive wildcard characters at pos 2")]
    [InlineData("""{"a":[{"wildcard":"a\\b"}]}""", "Invalid escape character at pos 2")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0"}]}""", "Malformed CIDR, one '/' required")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/33"}]}""", "IPv4 mask bits must be < 32")]
    public void WhatCannotBeRead_HasNoPlace(string pattern, string reason) =>
        Assert.Equal(reason, Refusal(pattern, PatternDialect.EventBridge));

    // Both are messages that people got from AWS.
    [Theory]
    [InlineData("""{"source":["test.event-pattern"],"detail":{"lenderId":"LenderA"}}""",
        "\"lenderId\" must be an object or an array")]
    [InlineData("""{"source":["test-source"],"detail":{"name":[{"exists":"true"}],"age":[{"numeric":[">","25"]}]}}""",
        "exists match pattern must be either true or false.")]
    public void ThePlace_IsWhereAwsSaysItIs(string pattern, string reason) =>
        Assert.Equal(
            $"{reason}\n at [Source: (String)\"{pattern}\"; line: 1, column: 56]", Refusal(pattern, PatternDialect.EventBridge));

    [Fact]
    public void ALongPattern_IsShownInPart()
    {
        var name = new string('x', 600);

        Assert.Contains(
            "\"[truncated 106 chars]; line: 1, column: ",
            Refusal($$"""{"{{name}}":1}""", PatternDialect.EventBridge),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":[{"wildcard":"x*"}]}""", "Unrecognized match type wildcard")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/8"}]}""", "Unrecognized match type cidr")]
    [InlineData("""{"a":[{"anything-but":{"prefix":"x"}}]}""", "Value of anything-but must be an array or single string/number value.")]
    public void Lambda_KnowsFewerOperators(string pattern, string reason) =>
        Assert.StartsWith(reason, Refusal(pattern, PatternDialect.Lambda), StringComparison.Ordinal);

    [Fact]
    public void Sns_ComparesSmallerNumbers() =>
        Assert.StartsWith(
            "Value must be between -1.0E9 and 1.0E9, inclusive",
            Refusal("""{"a":[{"numeric":["<",2e9]}]}""", PatternDialect.Sns),
            StringComparison.Ordinal);

    private static string Refusal(string pattern, PatternDialect dialect) =>
        Assert.Throws<PatternException>(() => EventPattern.Parse(pattern, dialect)).Message;
}
