using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;
using Lexicon.Functions.Tests.Domain;

namespace Lexicon.Functions.Tests.Store;

public sealed class ItemTests
{
    [Fact]
    public void AnyTerm_AsAnItemAndBack_IsTheSame() =>
        Prop.ForAll(Drafts.Terms.ToArbitrary(), term => TermItem.Read(TermItem.Write(term)) == term).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyGlossary_AsAnItemAndBack_IsTheSame() => Prop.ForAll(
        Drafts.Glossaries.ToArbitrary(),
        glossary => GlossaryItem.Find(GlossaryItem.Write(glossary)) == glossary).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyGlossary_IsInThePublicIndexWhileItIsPublic() => Prop.ForAll(
        Drafts.Glossaries.ToArbitrary(),
        glossary => GlossaryItem.Write(glossary).ContainsKey("publicPk") == (glossary.Visibility is Visibility.Public))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTagEntry_TellsThePositionOfItsTerm_AndFitsIntoAKey() => Prop.ForAll(
        Drafts.Terms.ToArbitrary(),
        term => term.Draft.Tags.All(tag =>
        {
            var entry = Keys.TagEntry(term.GlossaryId, tag, term.Position);
            return TagEntry.PositionOf(entry, Keys.TagPrefix(tag)) == term.Position
                && Encoding.UTF8.GetByteCount(entry["sk"].S) <= 1_024;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void AGlossaryThatIsBeingDeleted_IsNone()
    {
        var item = GlossaryItem.Write(Drafts.Glossaries.Sample(1).Single());
        item["deletingAt"] = new("2026-11-22T10:00:00.000Z");

        Assert.Null(GlossaryItem.Find(item));
    }
}
