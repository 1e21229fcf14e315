namespace Lexicon.Functions.Contract;

/// <summary>A page of glossaries.</summary>
/// <param name="Items">The glossaries, in the order of the list.</param>
/// <param name="NextCursor">The cursor of the next page; absent on the last one.</param>
public sealed record GlossaryPage(IReadOnlyList<GlossaryResponse> Items, string? NextCursor);
