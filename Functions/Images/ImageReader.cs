using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Images;

/// <summary>
/// Decides by the content what an image is, and never by its name. Nothing is decoded: a few bytes at places that the formats fix say
/// how large it is, and whether it is whole (docs/decisions/0026-headers-of-three-image-formats.md).
/// </summary>
internal static class ImageReader
{
    /// <summary>What the content is; null: no image that can be shown.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        var header = PngFormat.Read(content) ?? JpegFormat.Read(content) ?? WebpFormat.Read(content);
        return header is { Width: > 0, Height: > 0 }
            && header.Width <= Limits.ImageSide
            && header.Height <= Limits.ImageSide
            && (long)header.Width * header.Height <= Limits.ImagePixels
            ? header
            : null;
    }
}
