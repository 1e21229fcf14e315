using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;
using Lexicon.Functions.Store.Model;
using Lexicon.Functions.Tests.Domain;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Store;

public sealed class ItemTests
{
    [Fact]
    public void AnyTerm_AsAnItemAndBack_IsTheSame() =>
        Prop.ForAll(
            Drafts.Terms.ToArbitrary(), term => Shown(
                TermEntity.Entity.Read(TermEntity.Entity.Write(term))) == Shown(term)).QuickCheckThrowOnFailure();

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

    /// <summary>A term that a request can write, with every member, is shown with all that the request wrote.</summary>
    [Fact]
    public void ATermOfAFullRequest_IsShownAsItWasWritten_AfterItWasStored()
    {
        var request = RequestBodies.Valid(typeof(TermRequest));
        var draft = TermDraft.From(request.Deserialize(ContractJson.Default.TermRequest)!).Match(
            value => value, _ => throw new InvalidOperationException());
        var stored = TermEntity.Entity.Read(TermEntity.Entity.Write(Term.New(default, default, draft, DateTimeOffset.UnixEpoch)));

        var shown = JsonNode.Parse(Shown(stored))!;
        Assert.All(request, member => Assert.True(
            JsonNode.DeepEquals(member.Value, shown[member.Key]),
            $"What a request writes as {member.Key} does not come back: it is lost in Functions/Domain/TermDraft.cs, "
                + "Functions/Store/Model/TermEntity.cs, Functions/Http/Views.cs or Functions/Contract/TermResponse.cs."));
    }

    [Fact]
    public void AGlossaryThatIsBeingDeleted_IsNone()
    {
        var item = GlossaryEntity.Entity.Write(Drafts.Glossaries.Sample(1).Single());
        item["deletingAt"] = new("2026-11-22T10:00:00.000Z");

        Assert.Null(GlossaryEntity.Find(item));
    }

    private static string Shown(Term term) => JsonSerializer.Serialize(Views.Of(term), ContractJson.Default.TermResponse);
}
