namespace Lexicon.Infra;

/// <summary>What one function may do to the table, or to one index of it.</summary>
/// <param name="Index">The index; null for the table itself.</param>
/// <param name="Actions">The actions, such as <c>dynamodb:GetItem</c>.</param>
internal sealed record Permission(string? Index, params IReadOnlyList<string> Actions);
