namespace Lexicon.Functions.Domain;

/// <summary>A term before and after an edit.</summary>
internal sealed record TermChange(Term Before, Term After);
