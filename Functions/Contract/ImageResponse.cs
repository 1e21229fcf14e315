namespace Lexicon.Functions.Contract;

/// <summary>The image of a term.</summary>
/// <param name="Url">Its path on the site's origin. Another image has another path.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record ImageResponse(string Url, int Width, int Height);
