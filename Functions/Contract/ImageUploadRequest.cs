using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>What a reader wants to upload. Members that are not listed here are ignored.</summary>
/// <param name="ContentType">The type of the file: image/jpeg, image/png or image/webp.</param>
public sealed record ImageUploadRequest(
    [property: Required, AllowedValues(ImageUploadDraft.Jpeg, ImageUploadDraft.Png, ImageUploadDraft.Webp)] string? ContentType);
