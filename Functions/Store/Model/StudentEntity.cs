using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>
/// A reader in the partition of a glossary that they study: the deletion of the glossary finds their reviews by it. It is written
/// in the transaction that creates a review, so that no review is without one.
/// </summary>
internal static class StudentEntity
{
    public static readonly Field<StudyEntry, string> Reader = StudyEntity.Reader;

    public static Entity<StudyEntry> Entity { get; } = new()
    {
        Name = "student",
        Purpose = "a reader who studies the glossary: whose reviews its deletion has to remove",
        Keys = [new(null, "GLOSSARY#<glossaryId>", "STUDENT#<reader>")],
        KeyOf = study => Keys.Student(study.GlossaryId, study.Reader),
        Fields = [Reader, StudyEntity.GlossaryId],
        Make = item => new(Reader.Read(item), StudyEntity.GlossaryId.Read(item), null),
    };
}
