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
        Assert.Equal(expected, Arns.IsMatch(Pattern.Parse(pattern, variables: true).Resolve(Requests.NoKeys)!, arn));
}
