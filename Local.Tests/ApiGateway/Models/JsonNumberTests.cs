using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.ApiGateway.Models;

namespace Lexicon.Local.Tests.ApiGateway.Models;

public sealed class JsonNumberTests
{
    [Fact]
    public void Comparison_IsThatOfExactDecimals() =>
        Prop.ForAll(Decimals, Decimals, (one, other) =>
            Math.Sign(Of(one).CompareTo(Of(other))) == one.CompareTo(other) && Of(one).Equals(Of(other)) == (one == other))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Multiple_IsThatOfExactDecimals() =>
        Prop.ForAll(Decimals, Decimals.Filter(divisor => divisor > 0), (number, divisor) =>
            Of(number).IsMultipleOf(Of(divisor)) == (number % divisor == 0))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0.01", "1E-2")]
    [InlineData("-0", "0.000e99999999999999999999")]
    [InlineData("12300", "0.123e+5")]
    public void OneValue_IsOneNumber_HoweverItIsWritten(string one, string other) =>
        Assert.Equal(JsonNumber.Parse(one), JsonNumber.Parse(other));

    [Fact]
    public void HugeExponents_CompareAndDivideAtOnce()
    {
        Assert.True(JsonNumber.Parse("1e999999999").CompareTo(JsonNumber.Parse("-1e999999999")) > 0);
        Assert.True(JsonNumber.Parse("-2e999999999").CompareTo(JsonNumber.Parse("-1e999999999")) < 0);
        Assert.True(JsonNumber.Parse("1e999999999").IsMultipleOf(JsonNumber.Parse("32")));
        Assert.False(JsonNumber.Parse("1e999999999").IsMultipleOf(JsonNumber.Parse("3")));
    }

    private static Arbitrary<decimal> Decimals => Gen.Choose(-10_000, 10_000)
        .SelectMany(digits => Gen.Choose(0, 4).Select(scale => digits / (decimal)Math.Pow(10, scale)))
        .ToArbitrary();

    private static JsonNumber Of(decimal value) => JsonNumber.Parse(value.ToString(CultureInfo.InvariantCulture));
}
