namespace Lexicon.Functions.Domain;

/// <summary>A connection in the list of those that follow a glossary.</summary>
internal sealed record Follower(Ulid GlossaryId, string ConnectionId, DateTimeOffset ExpiresAt);
