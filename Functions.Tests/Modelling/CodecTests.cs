using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Tests.Modelling;

/// <summary>What is written is read back, what nobody may write is refused, what is stored of another kind is none.</summary>
public sealed class CodecTests
{
    [Fact]
    public void Flags_Decimals_Bytes_AndSets_AreDynamoDbsOwnTypes()
    {
        Assert.True(Codecs.Flag.Write(true).BOOL);
        Assert.Equal("12.50", Codecs.Decimal(0, 100).Write(12.50m).N);
        Assert.Equal([1, 2], Codecs.Bytes(2).Write(new byte[] { 1, 2 }).B.ToArray());
        Assert.Equal(["a", "b"], Codecs.TextSet(2).Write(new HashSet<string> { "b", "a" }).SS);
    }

    [Fact]
    public void AValue_AsAnAttributeAndBack_IsTheSame()
    {
        Assert.False(Read(Codecs.Flag, false));
        Assert.Equal(-1.5m, Read(Codecs.Decimal(-2, 0), -1.5m));
        Assert.Equal([7], Read(Codecs.Bytes(1), new byte[] { 7 }).ToArray());
        Assert.Equal(["a", "b"], Read(Codecs.TextSet(2), new HashSet<string> { "a", "b" }).Order());
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(5), Read(Codecs.Seconds, DateTimeOffset.UnixEpoch.AddSeconds(5.9)));
        Assert.Equal(DayOfWeek.Friday, Read(Codecs.Word((DayOfWeek.Friday, "fri")), DayOfWeek.Friday));
        Assert.Equal(3, Read(Codecs.Number(1).Optional(), 3));
    }

    [Fact]
    public void AValueThatThereMayNotBe_DoesNotHold()
    {
        Assert.False(Codecs.Decimal(0, 1).Holds(1.01m));
        Assert.False(Codecs.Bytes(1).Holds(new byte[2]));
        Assert.False(Codecs.TextSet(2).Holds(new HashSet<string>()));
        Assert.False(Codecs.Word((DayOfWeek.Friday, "fri")).Holds(DayOfWeek.Monday));
        Assert.False(Codecs.Text(9).Where("no blank", text => !text.Contains(' ', StringComparison.Ordinal)).Holds("a b"));
        Assert.False(Codecs.Seconds.Holds(DateTimeOffset.UnixEpoch.AddSeconds(-1)));
        Assert.False(Codecs.Number(1).Optional().Holds(null));
    }

    [Fact]
    public void AnAttributeOfAnotherType_IsNone()
    {
        AttributeValue list = new() { L = [] };
        Assert.False(Codecs.Flag.TryRead(list, out _));
        Assert.False(Codecs.Decimal(0, 1).TryRead(list, out _));
        Assert.False(Codecs.Bytes(1).TryRead(list, out _));
        Assert.False(Codecs.TextSet(1).TryRead(list, out _));
        Assert.False(Codecs.Seconds.TryRead(list, out _));
        Assert.False(Codecs.Word((DayOfWeek.Friday, "fri")).TryRead(list, out _));
    }

    [Fact]
    public void Rules_AreSentences()
    {
        var weekend = Codecs.Word((DayOfWeek.Friday, "fri"), (DayOfWeek.Saturday, "sat"), (DayOfWeek.Sunday, "sun"));
        Assert.Equal("`fri`, `sat` or `sun`", weekend.Rule);
        Assert.Equal("a number from 0 to 1.5", Codecs.Decimal(0, 1.5m).Rule);
        Assert.Equal("5 characters", Codecs.Text(5, 5).Rule);
    }

    private static T Read<T>(Codec<T> codec, T value)
    {
        Assert.True(codec.Holds(value));
        Assert.True(codec.TryRead(codec.Write(value), out var read));
        return read;
    }
}
