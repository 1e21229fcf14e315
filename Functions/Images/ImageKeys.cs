using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Images;

/// <summary>Where images lie in their bucket.</summary>
internal static class ImageKeys
{
    /// <summary>Uploads that were not checked yet; nobody can read them.</summary>
    public const string UploadPrefix = "uploads/";

    /// <summary>Published images; the distribution serves them at the same path.</summary>
    public const string PublishedPrefix = "images/";

    /// <summary>The key of an upload.</summary>
    public static string Upload(Ulid glossaryId, Ulid termId, Ulid uploadId) => $"{UploadPrefix}{glossaryId}/{termId}/{uploadId}";

    /// <summary>The key of a published image: another content has another name, so that it can be kept for ever.</summary>
    public static string Published(Ulid glossaryId, Ulid termId, string hash, ImageFormat format) =>
        $"{PublishedPrefix}{glossaryId}/{termId}/{hash[..32]}.{format.Extension}";

    /// <summary>What the key of an upload says.</summary>
    public static bool TryReadUpload(string key, out Ulid glossaryId, out Ulid termId)
    {
        (glossaryId, termId) = (default, default);
        return key.StartsWith(UploadPrefix, StringComparison.Ordinal)
            && key[UploadPrefix.Length..].Split('/') is [var glossary, var term, var upload]
            && Ulid.TryParse(glossary, out glossaryId)
            && Ulid.TryParse(term, out termId)
            && Ulid.TryParse(upload, out _);
    }
}
