using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.Tests.S3;

public sealed class ObjectNameTests
{
    private static readonly Arbitrary<string> Keys = Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            Gen.Elements("..", ".", "", "a/../b", "\0", "A", "a", "%61", "%41", "~", "a~", "con", "é", "e\u0301", "a\\b", "C:\\x"),
            Gen.Choose(150, 1024).Select(length => new string('x', length)),
            Gen.Choose(150, 500).SelectMany(length => Gen.Elements('x', '/', 'é', 'X').ArrayOf(length).Select(chars => new string(chars))))
        .ToArbitrary();

    [Fact]
    public void Of_TwoKeys_AreNeverOneName_EvenWhereCaseIsIgnored() => Prop.ForAll(Keys, Keys, (one, other) =>
        Utf8(one).SequenceEqual(Utf8(other))
        || !ObjectName.Of(one).Equals(ObjectName.Of(other), StringComparison.OrdinalIgnoreCase)).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyKey_IsOneShortFileNameWithoutAnythingThatLeavesTheFolder() => Prop.ForAll(Keys, key =>
    {
        var name = ObjectName.Of(key);
        return name.Length <= 180
            && name.All(c => "abcdefghijklmnopqrstuvwxyz0123456789-_.%~".Contains(c, StringComparison.Ordinal))
            && Path.GetFileName($"{name}@.json") == $"{name}@.json";
    }).QuickCheckThrowOnFailure();

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
