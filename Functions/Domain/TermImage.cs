namespace Lexicon.Functions.Domain;

/// <summary>The image of a term.</summary>
/// <param name="Path">Its path on the site's origin.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record TermImage(string Path, int Width, int Height);
