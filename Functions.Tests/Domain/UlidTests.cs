using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

public sealed class UlidTests
{
    private static readonly Arbitrary<Ulid> Ulids = (
        from high in ArbMap.Default.GeneratorFor<ulong>()
        from low in ArbMap.Default.GeneratorFor<ulong>()
        select new Ulid(new UInt128(high, low))).ToArbitrary();

    [Fact]
    public void Text_OfAnyUlid_ReadsBackAsIt() => Prop.ForAll(
        Ulids,
        ulid => ulid.ToString().Length is Ulid.Length && Ulid.TryParse(ulid.ToString(), out var read) && read == ulid)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_SortsAsTheUlidsDo() => Prop.ForAll(
        Ulids,
        Ulids,
        (one, two) => Math.Sign(string.CompareOrdinal(one.ToString(), two.ToString())) == one.Bits.CompareTo(two.Bits))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OfAnyText_TakesTheCanonicalFormOnly() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => !Ulid.TryParse(text, out var ulid) || ulid.ToString() == text)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV", true)]
    [InlineData("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true)]
    [InlineData("8ZZZZZZZZZZZZZZZZZZZZZZZZZ", false)]
    [InlineData("01arz3ndektsv4rrffq69g5fav", false)]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAI", false)]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FA", false)]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAVV", false)]
    [InlineData("", false)]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5F/V", false)]
    public void TryParse_KnowsAUlid(string text, bool isUlid) => Assert.Equal(isUlid, Ulid.TryParse(text, out _));

    [Fact]
    public void New_CarriesItsTimeToTheMillisecond()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_469_918_176_385);

        var ulid = Ulid.New(now, RandomNumberGenerator.Fill);

        Assert.StartsWith("01ARYZ6S41", ulid.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(ulid, Ulid.New(now, RandomNumberGenerator.Fill));
    }
}
