using Lexicon.Functions.Store;

namespace Lexicon.Functions.Tests.Store;

public sealed class ExpressionTests
{
    [Fact]
    public void NamesIn_FindsEveryPlaceholderOnce() => Assert.Equal(
        new Dictionary<string, string> { ["#pk"] = "pk", ["#owner"] = "owner", ["#version"] = "version" },
        Expression.NamesIn("attribute_exists(#pk) AND #owner = :owner", "SET #version = #version + :one", null));

    [Fact]
    public void NamesIn_TextsWithoutAny_AreNull_AsDynamoDBWantsThem() => Assert.Null(Expression.NamesIn(null, "a = :b"));

    [Fact]
    public void HasVersion_OfNoVersionAtAll_NeverHolds() =>
        Assert.Equal("0", Conditions.HasVersion(new Lexicon.Functions.Domain.VersionMatch([]))!.Values[":version0"].N);
}
