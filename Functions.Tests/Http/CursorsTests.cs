using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Tests.Domain;

namespace Lexicon.Functions.Tests.Http;

public sealed class CursorsTests
{
    private static readonly Cursors List = new(["ListTerms", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "", "tag"]);

    [Fact]
    public void Cursor_OfAnyPosition_ReadsBackAsIt() => Prop.ForAll(
        Drafts.Terms.ToArbitrary(),
        term => Read(List, List.Write(term.Position.ToString())) == term.Position.ToString()).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_OfAnyPosition_IsWithinTheLimit() => Prop.ForAll(
        Drafts.Terms.ToArbitrary(),
        term => List.Write(term.Position.ToString()).Length <= Limits.Cursor).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_OfOneList_IsRefusedByEveryOther() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>[]>(),
        ArbMap.Default.ArbFor<NonNull<string>[]>(),
        (one, two) =>
        {
            var (first, second) = (new Cursors(one.Select(part => part.Get)), new Cursors(two.Select(part => part.Get)));
            return one.SequenceEqual(two) == (Read(second, first.Write("position")) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_WithAnyCharacterChanged_IsRefusedOrAnotherPositionOfTheSameList() => Prop.ForAll(
        (from term in Drafts.Terms
         let cursor = List.Write(term.Position.ToString())
         from at in Gen.Choose(0, cursor.Length - 1)
         from character in Gen.Elements('A', 'z', '0', '-', '_', '=', '+', '/', ' ', 'é')
         select (cursor, changed: cursor[..at] + character + cursor[(at + 1)..])).ToArbitrary(),
        pair => Read(List, pair.changed) is not { } position || List.Write(position) == pair.changed).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_AsACursor_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => Read(List, text.Get) is null).QuickCheckThrowOnFailure();

    private static string? Read(Cursors cursors, string cursor) =>
        cursors.Read(cursor).Match(position => position.Value, _ => null);
}
