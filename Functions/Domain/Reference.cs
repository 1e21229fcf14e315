namespace Lexicon.Functions.Domain;

/// <summary>A page that a definition rests on.</summary>
internal sealed record Reference(string Title, string Url);
