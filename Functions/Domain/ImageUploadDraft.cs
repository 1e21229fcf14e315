using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a reader wants to upload, checked.</summary>
internal sealed record ImageUploadDraft(string ContentType)
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Webp = "image/webp";

    public static Result<ImageUploadDraft> From(ImageUploadRequest request)
    {
        var rules = new Rules();
        var type = request.ContentType ?? "";
        rules.Require(type is Jpeg or Png or Webp, "/contentType", $"must be {Jpeg}, {Png} or {Webp}");
        return rules.Check(new ImageUploadDraft(type));
    }
}
