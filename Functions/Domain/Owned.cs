namespace Lexicon.Functions.Domain;

/// <summary>That a reader owns a glossary.</summary>
internal sealed record Owned(string Reader, Ulid Id);
