using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class QueryStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1", "a=[1]")]
    [InlineData("a=1&b=2&a=3", "a=[1,3] b=[2]")]
    [InlineData("a", "a=[]")]
    [InlineData("a=", "a=[]")]
    [InlineData("a=1=2", "a=[1=2]")]
    [InlineData("a=1;b=2", "a=[1] b=[2]")]
    [InlineData("&&a=1&", "a=[1]")]
    [InlineData("email=test%2Balias@gmail.com&plus=test+alias", "email=[test+alias@gmail.com] plus=[test alias]")]
    [InlineData("url=https://www.google.com/", "url=[https://www.google.com/]")]
    [InlineData("%61%20b=gr%C3%B6%C3%9Fer", "a b=[größer]")]
    [InlineData("a=%zz", "a=[%zz]")]
    public void Query_IsDecoded(string query, string expected) => Assert.Equal(
        expected, string.Join(' ', QueryString.Parse(query).Select(pair => $"{pair.Key}=[{string.Join(',', pair.Value)}]")));

    [Fact]
    public void EncodedPairs_ComeBackInOrder() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(NonEmptyString, NonNull<string>)[]>(), pairs =>
        {
            // Lone surrogates cannot be encoded.
            var sent = pairs.Select(pair => (Name: Clean(pair.Item1.Get), Value: Clean(pair.Item2.Get))).Where(
                pair => pair.Name.Length > 0).ToList();
            var query = string.Join('&', sent.Select(pair => $"{WebUtility.UrlEncode(pair.Name)}={WebUtility.UrlEncode(pair.Value)}"));
            var parsed = QueryString.Parse(query);
            return sent.GroupBy(pair => pair.Name).All(group => parsed[group.Key].SequenceEqual(group.Select(pair => pair.Value)));
        }).QuickCheckThrowOnFailure();

    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));
}
