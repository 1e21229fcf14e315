namespace Lexicon.Functions.Contract;

/// <summary>A page of terms.</summary>
/// <param name="Items">The terms, by name.</param>
/// <param name="NextCursor">The cursor of the next page; absent on the last one.</param>
public sealed record TermPage(IReadOnlyList<TermResponse> Items, string? NextCursor);
