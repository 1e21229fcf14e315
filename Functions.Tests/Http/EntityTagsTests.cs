using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Tests.Http;

public sealed class EntityTagsTests
{
    private static readonly Gen<(long Version, string Weak)> Tags =
        from version in Gen.Choose(1, int.MaxValue)
        from weak in Gen.Elements("", "W/")
        select ((long)version, weak);

    private static readonly Gen<string> Pieces =
        Gen.Elements("\"", "W/", "w/", ",", " ", "*", "1", "é", "\0", "\"1\"", "\uD800");

    [Fact]
    public void Parse_OfAnyListOfWrittenTags_FindsEveryVersion() => Prop.ForAll(
        (from tags in Tags.NonEmptyListOf().Resize(Limits.EntityTagsInHeader)
         from separator in Gen.Elements(",", ", ", " , ", ",,", "\t,\t")
         select (tags, separator)).ToArbitrary(),
        list =>
        {
            var header = string.Join(list.separator, list.tags.Select(tag => tag.Weak + EntityTags.Write(tag.Version)));
            return EntityTags.Parse(header)!.Versions!.SequenceEqual(list.tags.Select(tag => tag.Version));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_OfAnyText_NeverThrows() => Prop.ForAll(
        Pieces.ListOf().Select(string.Concat).ToArbitrary(),
        header => EntityTags.Parse(header) is null or { Versions: null or { Count: <= Limits.EntityTagsInHeader } })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"3\"", new long[] { 3 })]
    [InlineData(", \"3\",", new long[] { 3 })]
    [InlineData("\"\"", new long[0])]
    [InlineData("\"0\"", new long[0])]
    [InlineData("\"3, 4\"", null)]
    [InlineData("\"3,4\"", new long[0])]
    [InlineData("w/\"3\"", null)]
    [InlineData("\"3\"\"4\"", null)]
    [InlineData("\"3\" \"4\"", null)]
    [InlineData("W/", null)]
    [InlineData(",", null)]
    [InlineData("", null)]
    public void Parse_FollowsTheGrammarOfEntityTags(string header, long[]? versions) =>
        Assert.Equal(versions, EntityTags.Parse(header)?.Versions);

    [Fact]
    public void Parse_OfMoreTagsThanAllowed_IsRefused()
    {
        Assert.NotNull(EntityTags.Parse(string.Join(',', Enumerable.Repeat("\"1\"", 20))));
        Assert.Null(EntityTags.Parse(string.Join(',', Enumerable.Repeat("\"1\"", 21))));
    }
}
