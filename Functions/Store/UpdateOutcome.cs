namespace Lexicon.Functions.Store;

/// <summary>What became of an update.</summary>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Item">
/// The item after it; when it is not done, the item on which the condition failed, empty where there was none.
/// </param>
internal sealed record UpdateOutcome(bool IsDone, Item Item);
