namespace Lexicon.Functions.Domain;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The position after which the next page begins; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
