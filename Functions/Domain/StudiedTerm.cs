namespace Lexicon.Functions.Domain;

/// <summary>A term that is to be studied now.</summary>
/// <param name="Term">The term.</param>
/// <param name="Review">What earlier reviews have come to; null when there was none.</param>
internal sealed record StudiedTerm(Term Term, Review? Review);
