using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

/// <summary>Drafts, terms and glossaries of every kind that the rules let through.</summary>
internal static class Drafts
{
    public static readonly Gen<DateTimeOffset> Times =
        from seconds in Gen.Choose(0, int.MaxValue)
        from milliseconds in Gen.Choose(0, 999)
        select DateTimeOffset.FromUnixTimeMilliseconds((seconds * 1_000L) + milliseconds);

    public static readonly Gen<Ulid> Ulids =
        from high in ArbMap.Default.GeneratorFor<ulong>()
        from low in ArbMap.Default.GeneratorFor<ulong>()
        select new Ulid(new UInt128(high, low));

    private static readonly Gen<string> Characters = Gen.Elements(
        "a", "B", "z", "Z", "0", " ", "#", "\"", "<", "\\", "ß", "İ", "Ⱥ", "é", "中", "😀", "\u202E", "~");

    private static readonly Gen<Reference> References =
        from title in Line(20)
        from number in Gen.Choose(0, 9)
        select new Reference(title, $"https://a.example/{number}");

    public static readonly Gen<TermDraft> TermDrafts =
        from name in Line(Limits.TermName)
        from definition in Line(Limits.Definition)
        from references in References.ListOf().Resize(Limits.References)
        from tags in Line(Limits.Tag).ListOf().Resize(Limits.Tags)
        select new TermDraft(name, definition, [.. references], [.. tags.DistinctBy(SortText.Of)]);

    public static readonly Gen<Term> Terms =
        from id in Ulids
        from glossaryId in Ulids
        from draft in TermDrafts
        from image in Gen.Elements(null, "images/one.png")
        from version in Gen.Choose(1, int.MaxValue)
        from created in Times
        from updated in Times
        select Term.New(id, glossaryId, draft, created) with { Version = version, UpdatedAt = updated, Image = image };

    public static readonly Gen<Glossary> Glossaries =
        from id in Ulids
        from owner in Line(36)
        from title in Line(Limits.GlossaryTitle)
        from description in Gen.OneOf(Gen.Constant(""), Line(Limits.GlossaryDescription))
        from visibility in Gen.Elements(Visibility.Private, Visibility.Public)
        from terms in Gen.Choose(0, Limits.TermsOfGlossary)
        from version in Gen.Choose(1, int.MaxValue)
        from created in Times
        from updated in Times
        select Glossary.New(id, owner, new(title, description, visibility), created) with
        {
            TermCount = terms,
            Version = version,
            UpdatedAt = updated,
        };

    /// <summary>One line as the rules leave it: trimmed, not empty, bounded.</summary>
    private static Gen<string> Line(int maximum) =>
        from characters in Characters.ListOf()
        let text = string.Concat(characters).Trim()
        select text.Length is 0 || text.Length > maximum ? "x" : text;
}
