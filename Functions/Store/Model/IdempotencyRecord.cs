using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>What a creation with an idempotency key came to.</summary>
/// <param name="Reader">Whose key it is.</param>
/// <param name="Once">The request.</param>
/// <param name="Created">The item as it was created.</param>
/// <param name="ExpiresAt">From when the key may be used again.</param>
internal sealed record IdempotencyRecord(string Reader, IdempotentRequest Once, Item Created, DateTimeOffset ExpiresAt);
