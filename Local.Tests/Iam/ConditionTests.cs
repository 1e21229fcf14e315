using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Tests.Iam;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a", "A", false)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringNotEquals", "a", "b", true)]
    [InlineData("StringNotEquals", "a", "a", false)]
    [InlineData("StringEqualsIgnoreCase", "a", "A", true)]
    [InlineData("StringNotEqualsIgnoreCase", "a", "A", false)]
    [InlineData("StringLike", "a*", "ab", true)]
    [InlineData("StringLike", "a?", "abc", false)]
    [InlineData("StringNotLike", "a*", "ab", false)]
    [InlineData("NumericEquals", "1.0", "1", true)]
    [InlineData("NumericNotEquals", "1", "2", true)]
    [InlineData("NumericLessThan", "10", "9", true)]
    [InlineData("NumericLessThan", "10", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "11", true)]
    [InlineData("NumericGreaterThanEquals", "10", "9", false)]
    [InlineData("NumericLessThan", "10", "nine", false)]
    [InlineData("DateLessThan", "2026-11-23T00:00:00Z", "2026-11-22T00:00:00Z", true)]
    [InlineData("DateGreaterThan", "2026-11-23T00:00:00Z", "1795305600", false)]
    [InlineData("DateEquals", "1795305600", "2026-11-22T00:00:00Z", true)]
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.114.7", false)]
    [InlineData("IpAddress", "::1", "::1", true)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "127.0.0.1", true)]
    [InlineData("ArnLike", "arn:aws:cloudfront::123456789012:distribution/*", "arn:aws:cloudfront::123456789012:distribution/E1", true)]
    [InlineData("ArnEquals", "arn:aws:sns:*:1:t", "arn:aws:sns:us-east-1:1:t", true)]
    [InlineData("ArnNotLike", "arn:aws:sns:*:1:t", "arn:aws:sns:us-east-1:2:t", true)]
    [InlineData("BinaryEquals", "QQ==", "QQ==", true)]
    public void Operator_ComparesAsDocumented(string name, string expected, string actual, bool holds) =>
        Assert.Equal(holds, Holds(name, $"\"{expected}\"", actual));

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringEqualsIfExists", true)]
    [InlineData("StringNotEquals", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    [InlineData("ForAnyValue:StringNotEquals", false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", true)]
    public void AbsentKey_IsTreatedAsDocumented(string name, bool holds) => Assert.Equal(holds, Holds(name, "\"a\""));

    [Theory]
    [InlineData("ForAllValues:StringEquals", "a,b", true)]
    [InlineData("ForAllValues:StringEquals", "a,c", false)]
    [InlineData("ForAnyValue:StringEquals", "a,c", true)]
    [InlineData("ForAnyValue:StringEquals", "c,d", false)]
    [InlineData("ForAllValues:StringNotEquals", "c,d", true)]
    [InlineData("ForAllValues:StringNotEquals", "a,d", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a,c", true)]
    public void SeveralValues_AreComparedByTheQualifier(string name, string values, bool holds) =>
        Assert.Equal(holds, Holds(name, """["a", "b"]""", values.Split(',')));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Null_AsksForAbsence(string expected, bool holds) => Assert.Equal(holds, Holds("Null", $"\"{expected}\""));

    [Fact]
    public void Null_OfAPresentKey_HoldsForFalse() => Assert.True(Holds("Null", "\"false\"", "x"));

    [Theory]
    [InlineData("Null", "true", true)]
    [InlineData("Null", "false", false)]
    [InlineData("ForAllValues:StringEquals", "a", true)]
    [InlineData("ForAnyValue:StringEquals", "a", false)]
    public void KeyWithoutValues_IsAbsent(string name, string expected, bool holds) =>
        Assert.Equal(holds, Holds(Requests.Ask("a:b").With("s3:prefix"), name, $"\"{expected}\""));

    [Theory]
    [InlineData("ForAllValues:StringEquals", "a", true)]
    [InlineData("ForAnyValue:StringEquals", "", false)]
    [InlineData("StringEquals", "", true)]
    public void EmptyText_IsNoValueToAQualifier(string name, string expected, bool holds) =>
        Assert.Equal(holds, Holds(name, $"\"{expected}\"", ""));

    [Fact]
    public void SeveralKeys_MustAllHold() => Assert.Equal(Verdict.None, Requests.Ask("a:b").With("s3:prefix", "a").Decide(
        """
        {
          "Effect": "Allow", "Action": "*", "Resource": "*",
          "Condition": { "StringEquals": { "s3:prefix": "a", "s3:delimiter": "/" } }
        }
        """));

    [Fact]
    public void KeyNames_CompareWithoutCase() => Assert.Equal(Verdict.Allow, Requests.Ask("a:b").Decide(
        """{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": {"""
            + """ "AWS:PrincipalARN": "arn:aws:iam::123456789012:role/Reader" } } }"""));

    [Fact]
    public void Clock_IsACondition() => Assert.Equal(Verdict.Allow, Requests.Ask("a:b").Decide(
        """{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "DateGreaterThan": {"""
            + """ "aws:CurrentTime": "2026-11-22T09:59:59Z" } } }"""));

    private static bool Holds(string name, string expected, params string[] actual)
    {
        var request = Requests.Ask("a:b");
        return Holds(actual.Length == 0 ? request : request.With("s3:prefix", actual), name, expected);
    }

    private static bool Holds(AccessRequest request, string name, string expected) => request.Decide(
        $$"""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "{{name}}": { "s3:prefix": {{expected}} } } }""")
            == Verdict.Allow;
}
