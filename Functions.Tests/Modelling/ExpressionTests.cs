using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store;
using Lexicon.Functions.Tests.Modelling.Example;

namespace Lexicon.Functions.Tests.Modelling;

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
        Assert.Equal("0", Conditions.HasVersion(new VersionMatch([]))!.Values[":version0"].N);

    [Fact]
    public void Alternatives_GetParentheses_WhereMoreIsRequired()
    {
        var absent = LoanEntity.Key.IsAbsent.Or(LoanEntity.ForgottenAt.IsAtMost(DateTimeOffset.UnixEpoch, "now"));

        Assert.Equal("attribute_not_exists(#pk) OR #forgottenAt <= :now", absent.Text);
        Assert.Equal(
            "#reader = :reader AND (attribute_not_exists(#pk) OR #forgottenAt <= :now)", LoanEntity.Reader.Is("emma").And(absent).Text);
        Assert.Equal("NOT (attribute_not_exists(#pk) OR #forgottenAt <= :now)", absent.Not().Text);
        Assert.Same(absent, absent.And(null));
    }

    [Fact]
    public void TwoValuesOfOneAttribute_GetTwoNames_AndEqualOnesOne()
    {
        var range = LoanEntity.Renewals.IsAtLeast(1).And(LoanEntity.Renewals.IsBelow(3));

        Assert.Equal("#renewals >= :renewals AND #renewals < :renewals2", range.Text);
        Assert.Equal(("1", "3"), (range.Values[":renewals"].N, range.Values[":renewals2"].N));
        Assert.Equal("#renewals <> :renewals", LoanEntity.Renewals.IsNot(1).Apart(range).Text);
        Assert.Equal("#renewals > :renewals3", LoanEntity.Renewals.IsAbove(2).Apart(range).Text);
    }

    [Fact]
    public void EveryComparison_HasDynamoDbsWords()
    {
        Assert.Equal("#renewals BETWEEN :renewalsFrom AND :renewalsTo", LoanEntity.Renewals.IsBetween(1, 2).Text);
        Assert.Equal("#renewals IN (:renewals0, :renewals1)", LoanEntity.Renewals.IsOneOf([1, 2]).Text);
        Assert.Equal("begins_with(#isbn, :isbn)", LoanEntity.Isbn.BeginsWith("978").Text);
        Assert.Equal("contains(#isbn, :isbn)", LoanEntity.Isbn.Contains("0141").Text);
        Assert.Equal("attribute_exists(#shelf)", LoanEntity.Shelf.Exists().Text);
        Assert.Equal("attribute_not_exists(#shelf)", LoanEntity.Shelf.IsAbsent().Text);
    }

    [Fact]
    public void AnUpdate_SetsAddsAndRemoves_AndRefusesWhatMayNotBe()
    {
        var update = new ItemUpdate()
            .Set(LoanEntity.State, LoanState.Returned)
            .SetIfAbsent(LoanEntity.ForgottenAt, DateTimeOffset.UnixEpoch)
            .Add(LoanEntity.Renewals, -1)
            .Remove(LoanEntity.Due.PartitionKey, LoanEntity.Due.SortKey)
            .ToExpression();

        Assert.Equal(
            "SET #state = :state, #forgottenAt = if_not_exists(#forgottenAt, :forgottenAt), #renewals = #renewals + :renewals "
            + "REMOVE #duePk, #dueSk",
            update.Text);
        Assert.Equal(("returned", "0", "-1"), (update.Values[":state"].S, update.Values[":forgottenAt"].N, update.Values[":renewals"].N));
        Assert.Equal(
            "An item's renewals must be a whole number from 0 to 3.",
            Assert.Throws<CorruptItemException>(() => new ItemUpdate().Set(LoanEntity.Renewals, 4)).Message);
    }
}
