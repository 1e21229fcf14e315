using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Images;

/// <summary>A kind of image that can be shown.</summary>
/// <param name="ContentType">Such as <c>image/png</c>.</param>
/// <param name="Extension">Of the names of published images.</param>
internal sealed record ImageFormat(string ContentType, string Extension)
{
    public static ImageFormat Jpeg { get; } = new(ImageUploadDraft.Jpeg, "jpg");

    public static ImageFormat Png { get; } = new(ImageUploadDraft.Png, "png");

    public static ImageFormat Webp { get; } = new(ImageUploadDraft.Webp, "webp");
}
