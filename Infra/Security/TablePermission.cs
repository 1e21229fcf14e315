namespace Lexicon.Infra.Security;

/// <summary>What one function may do to the table, or to one index of it.</summary>
/// <param name="Index">The index; null for the table itself.</param>
/// <param name="LeadingKeys">
/// The partition keys that every item of a request must have, with <c>*</c> for the rest of one; none where the index holds
/// nothing that the function may not read.
/// </param>
/// <param name="Actions">The actions, such as <c>dynamodb:GetItem</c>.</param>
internal sealed record TablePermission(string? Index, IReadOnlyList<string> LeadingKeys, params IReadOnlyList<string> Actions);
