namespace Lexicon.Functions.Modelling;

/// <summary>The items of a selection up to its limit.</summary>
/// <param name="Items">The items, in order.</param>
/// <param name="HasMore">Whether the selection goes on after the last of them.</param>
internal sealed record QueryPage(IReadOnlyList<Item> Items, bool HasMore);
