using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Domain;

/// <summary>
/// Drafts, terms and glossaries of every kind that the rules let through, made from the request records: a member more is in them at
/// once.
/// </summary>
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

    public static readonly Gen<TermDraft> TermDrafts = RequestBodies.Any(typeof(TermRequest)).Select(body =>
        Checked(TermDraft.From(body.Deserialize(ContractJson.Default.TermRequest)!)));

    private static readonly Gen<GlossaryDraft> GlossaryDrafts = RequestBodies.Any(typeof(GlossaryRequest)).Select(body =>
        Checked(GlossaryDraft.From(body.Deserialize(ContractJson.Default.GlossaryRequest)!)));

    public static readonly Gen<Term> Terms =
        from id in Ulids
        from glossaryId in Ulids
        from draft in TermDrafts
        from image in Gen.Elements(null, new TermImage("/images/one.png", 320, 200))
        from version in Gen.Choose(1, int.MaxValue)
        from created in Times
        from updated in Times
        select Term.New(id, glossaryId, draft, created) with { Version = version, UpdatedAt = updated, Image = image };

    public static readonly Gen<Glossary> Glossaries =
        from id in Ulids
        from owner in Gen.Choose(0, int.MaxValue)
        from draft in GlossaryDrafts
        from terms in Gen.Choose(0, Limits.TermsOfGlossary)
        from version in Gen.Choose(1, int.MaxValue)
        from created in Times
        from updated in Times
        select Glossary.New(id, $"reader {owner}", draft, created) with
        {
            TermCount = terms,
            Version = version,
            UpdatedAt = updated,
        };

    private static T Checked<T>(Result<T> draft) =>
        draft.Match(value => value, failure => throw new InvalidOperationException(
            string.Join(", ", failure.Errors!.Select(error => $"{error.Member} {error.Detail}"))));
}
