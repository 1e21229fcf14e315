namespace Lexicon.Functions.Images;

/// <summary>What an image says of itself.</summary>
internal sealed record ImageHeader(ImageFormat Format, int Width, int Height);
