using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Tests.Iam;

public sealed class ArnsTests
{
    [Theory]
    [InlineData("arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/a/b", true)]
    [InlineData("arn:aws:s3:::bucket*", "arn:aws:s3:::bucket-two", true)]
    [InlineData("arn:aws:dynamodb:*:123456789012:table/T", "arn:aws:dynamodb:us-east-1:123456789012:table/T", true)]
    [InlineData("arn:aws:dynamodb:*:table/T", "arn:aws:dynamodb:us-east-1:123456789012:table/T", false)]
    [InlineData("arn:aws:logs:us-east-1:123456789012:*", "arn:aws:logs:us-east-1:123456789012:log-group:/x:log-stream:y", true)]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/T", "arn:aws:dynamodb:us-east-1:123456789012:table/T/index/I", false)]
    [InlineData("*", "arn:aws:dynamodb:us-east-1:123456789012:table/T", true)]
    public void Arn_MatchesByComponent(string pattern, string arn, bool expected) =>
        Assert.Equal(expected, Arns.IsMatch(Resolve(pattern), arn));

    [Theory]
    [InlineData("arn:aws:dynamodb:*:table/T", true)]
    [InlineData("arn:aws:*:table/T", true)]
    [InlineData("arn:*", true)]
    [InlineData("arn:aws:dynamodb", true)]
    [InlineData("arn:aws:dynamodb:us-east-1", true)]
    [InlineData("arn:aws:dynamodb:us-*:123456789012:table/?", true)]
    [InlineData("arn:aws:s3", false)]
    [InlineData("arn:aws:dynamodb:eu-west-1", false)]
    [InlineData("arn:aws:dynamodb:u*1:table/T", false)]
    [InlineData("arn:aws:dynamodb:us-east-1?123456789012:table/T", false)]
    [InlineData("arn:aws:dynamodb:*:table/U", false)]
    public void Resource_MayLackComponents_AndAStarAtTheEndOfOneReachesBeyondColons(string pattern, bool expected) =>
        Assert.Equal(expected, Arns.IsResource(Resolve(pattern), Requests.Table));

    private static string Resolve(string pattern) => Pattern.Parse(pattern, variables: true).Resolve(Requests.NoKeys)!;
}
