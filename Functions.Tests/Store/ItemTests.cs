using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;
using Lexicon.Functions.Store.Model;
using Lexicon.Functions.Tests.Domain;

namespace Lexicon.Functions.Tests.Store;

public sealed class ItemTests
{
    [Fact]
    public void AnyTerm_AsAnItemAndBack_IsTheSame() =>
        Prop.ForAll(Drafts.Terms.ToArbitrary(), term => TermEntity.Entity.Read(TermEntity.Entity.Write(term)) == term).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyGlossary_AsAnItemAndBack_IsTheSame() => Prop.ForAll(
        Drafts.Glossaries.ToArbitrary(),
        glossary => GlossaryEntity.Find(GlossaryEntity.Entity.Write(glossary)) == glossary).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyGlossary_IsInThePublicIndexWhileItIsPublic() => Prop.ForAll(
        Drafts.Glossaries.ToArbitrary(),
        glossary => GlossaryEntity.Entity.Write(glossary).ContainsKey("publicPk") == (glossary.Visibility is Visibility.Public))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTagEntry_TellsThePositionOfItsTerm_AndFitsIntoAKey() => Prop.ForAll(
        Drafts.Terms.ToArbitrary(),
        term => term.Draft.Tags.All(tag =>
        {
            var entry = Keys.TagEntry(term.GlossaryId, tag, term.Position);
            return TagEntity.Entity.Read(entry).Position == term.Position
                && Encoding.UTF8.GetByteCount(entry["sk"].S) <= 1_024;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void AGlossaryThatIsBeingDeleted_IsNone()
    {
        var item = GlossaryEntity.Entity.Write(Drafts.Glossaries.Sample(1).Single());
        item["deletingAt"] = new("2026-11-22T10:00:00.000Z");

        Assert.Null(GlossaryEntity.Find(item));
    }
}
