namespace Lexicon.Functions.Domain;

/// <summary>That a reader owns a glossary.</summary>
internal sealed record OwnerEntry(string Reader, Ulid Id);
