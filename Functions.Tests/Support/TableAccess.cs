namespace Lexicon.Functions.Tests.Support;

/// <summary>One request to the table, as docs/data-model.md tells it.</summary>
/// <param name="Request">The action.</param>
/// <param name="Keys">The key condition, or the keys with the conditions they are written under.</param>
/// <param name="Index">The index; null for the table.</param>
/// <param name="IsConsistent">Whether it reads consistently; null of a write.</param>
internal sealed record TableAccess(string Request, string Keys, string? Index, bool? IsConsistent);
