namespace Lexicon.Functions.Contract;

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record FormField(string Name, string Value);
