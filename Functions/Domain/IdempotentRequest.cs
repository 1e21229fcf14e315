namespace Lexicon.Functions.Domain;

/// <summary>A creation that is to happen once, however often it is asked for: what <c>Idempotency-Key</c> says.</summary>
/// <param name="Operation">The operation; each has keys of its own.</param>
/// <param name="Key">The key, the reader's own choice.</param>
/// <param name="Fingerprint">Of the request: the same key with another request is refused.</param>
internal sealed record IdempotentRequest(string Operation, string Key, string Fingerprint);
