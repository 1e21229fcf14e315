namespace Lexicon.Functions.Contract;

/// <summary>
/// What is to be studied now. There is no cursor: what has been reviewed is no longer due, so that the next request goes on.
/// </summary>
/// <param name="Items">
/// Terms that are due again, longest due first; then, of one glossary, terms never reviewed, oldest first.
/// </param>
public sealed record DueTerms(IReadOnlyList<DueTerm> Items);
