namespace Lexicon.Functions.Domain;

/// <summary>That a term has a tag.</summary>
/// <param name="GlossaryId">The glossary.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Position">Where the term stands among those with the tag.</param>
internal sealed record TagEntry(Ulid GlossaryId, string Tag, TermPosition Position);
