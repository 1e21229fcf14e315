using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.Tests.S3;

public sealed class KeyOrderTests
{
    private static readonly Arbitrary<string> Keys = Gen.Elements("a", "b", "/", "\uE000", "\uFFFD", "\U00010000", "\U0010FFFF", "é")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Compare_AnyTwoKeys_IsTheOrderOfTheirUtf8Bytes() => Prop.ForAll(Keys, Keys, (one, other) =>
        Math.Sign(KeyOrder.Instance.Compare(one, other))
            == Math.Sign(Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other))))
        .QuickCheckThrowOnFailure();
}
