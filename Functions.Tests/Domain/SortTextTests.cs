using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

public sealed class SortTextTests
{
    [Theory]
    [InlineData("  API\t Gateway ", "api gateway")]
    [InlineData("DynamoDB", "dynamodb")]
    [InlineData("ÄÖÜ", "äöü")]
    [InlineData("a\u00A0b", "a b")]
    public void Of_IgnoresCaseAndWidthOfSpace(string text, string expected) => Assert.Equal(expected, SortText.Of(text));

    [Theory]
    [InlineData(" API ", "api ")]
    [InlineData("API   g", "api g")]
    [InlineData("   ", "")]
    public void OfPrefix_KeepsTheSpaceAtItsEnd(string text, string expected) => Assert.Equal(expected, SortText.OfPrefix(text));

    [Fact]
    public void Of_WhatIsSortedAlready_ChangesNothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => SortText.Of(SortText.Of(text.Get)) == SortText.Of(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AName_BeginsWithThePrefixMadeOfItsBeginning() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        ArbMap.Default.ArbFor<NonNegativeInt>(),
        (text, length) =>
        {
            var name = text.Get.Trim();
            var beginning = name[..Math.Min(length.Get, name.Length)];
            return SortText.Of(name).StartsWith(SortText.OfPrefix(beginning), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
}
