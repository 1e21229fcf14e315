namespace Lexicon.Functions.Contract;

/// <summary>A term that is to be studied now.</summary>
/// <param name="Term">The term.</param>
/// <param name="Review">What earlier reviews have come to; absent when there was none.</param>
public sealed record DueTerm(TermResponse Term, ReviewResponse? Review);
