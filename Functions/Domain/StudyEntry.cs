namespace Lexicon.Functions.Domain;

/// <summary>That a reader studies a glossary.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="GlossaryId">The glossary.</param>
/// <param name="NewAfter">
/// Up to this term, in the order of creation, all have been reviewed; null where nothing is known of it.
/// </param>
internal sealed record StudyEntry(string Reader, Ulid GlossaryId, Ulid? NewAfter);
