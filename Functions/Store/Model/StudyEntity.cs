using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A glossary that a reader has begun to study, written with the first review of each of its terms.</summary>
internal static class StudyEntity
{
    public static readonly Field<StudyEntry, string> Reader = new("reader", Codecs.Text(Limits.Subject), study => study.Reader);

    public static readonly Field<StudyEntry, Ulid> GlossaryId = new("glossaryId", StoredValues.Id, study => study.GlossaryId);

    /// <summary>Up to this term, in the order of creation, all have been reviewed; new ones are looked for after it.</summary>
    public static readonly Field<StudyEntry, Ulid?> NewAfter =
        new("newAfter", StoredValues.Id.Optional(), study => study.NewAfter) { IsRequired = false };

    public static Entity<StudyEntry> Entity { get; } = new()
    {
        Name = "study",
        Purpose = "a glossary that a reader has begun to study",
        Keys = [new(null, "STUDY#<reader>", "GLOSSARY#<glossaryId>")],
        KeyOf = study => Keys.Study(study.Reader, study.GlossaryId),
        Fields = [Reader, GlossaryId, NewAfter],
        Make = item => new(Reader.Read(item), GlossaryId.Read(item), NewAfter.ReadOrDefault(item)),
    };
}
