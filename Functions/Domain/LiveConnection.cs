namespace Lexicon.Functions.Domain;

/// <summary>An open connection.</summary>
/// <param name="Id">API Gateway's id of it.</param>
/// <param name="Reader">Whose ticket it came with; null: somebody who is not signed in.</param>
/// <param name="GlossaryId">What it follows; null: nothing.</param>
/// <param name="ExpiresAt">When API Gateway has closed it at the latest.</param>
internal sealed record LiveConnection(string Id, string? Reader, Ulid? GlossaryId, DateTimeOffset ExpiresAt);
