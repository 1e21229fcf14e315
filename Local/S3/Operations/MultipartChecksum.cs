using System.Security.Cryptography;
using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Part = Lexicon.Local.S3.Storage.MultipartUploads.Part;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The checksum of an upload in parts: chosen when it begins, of all bytes or of the parts' checksums
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html, "Full object and composite checksum
/// types").
/// </summary>
internal static class MultipartChecksum
{
    private const string TypeHeader = "x-amz-checksum-type";

    /// <summary>What a request that begins an upload chooses; null when it leaves the choice to S3.</summary>
    /// <exception cref="S3Exception">Algorithm and type do not go together.</exception>
    public static StoredChecksum? Chosen(S3Request request)
    {
        var type = request.Header(TypeHeader)?.ToUpperInvariant();
        if (request.Header("x-amz-checksum-algorithm") is not { } name)
        {
            return type is null ? null : throw S3Exception.InvalidRequest(
                $"The {TypeHeader} header can only be used with the x-amz-checksum-algorithm header.");
        }

        var algorithm = Checksum.Named(name);
        if (type is not (null or StoredChecksum.FullObject or StoredChecksum.Composite))
        {
            throw S3Exception.InvalidRequest($"Value for {TypeHeader} header is invalid.");
        }

        var forbidden = algorithm switch
        {
            "CRC64NVME" => StoredChecksum.Composite,
            "SHA1" or "SHA256" => StoredChecksum.FullObject,
            _ => null,
        };
        return type is not null && type == forbidden
            ? throw S3Exception.InvalidRequest(
                $"The {type} checksum type cannot be used with the {algorithm.ToLowerInvariant()} checksum algorithm.")
            : new(algorithm, "", type ?? (algorithm == "CRC64NVME" ? StoredChecksum.FullObject : StoredChecksum.Composite));
    }

    /// <summary>Checks that a part comes with the checksum that the upload needs of it.</summary>
    /// <exception cref="S3Exception">It comes with another one, or with none.</exception>
    public static void CheckPart(S3Request request, StoredChecksum? chosen)
    {
        var named = RequestChecksum.Algorithm(request);
        if (chosen is not null && named != chosen.Algorithm && !(named is null && chosen.Type == StoredChecksum.FullObject))
        {
            throw S3Exception.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {chosen.Algorithm.ToLowerInvariant()}, "
                + $"actual checksum Type: {named?.ToLowerInvariant() ?? "null"}");
        }
    }

    /// <summary>Checks what the request that completes the upload says of the mode and of one part.</summary>
    /// <exception cref="S3Exception">It is not so, or something is missing.</exception>
    public static void CheckCompletion(S3Request request, StoredChecksum? chosen)
    {
        if (chosen is not null && request.Header(TypeHeader) is { } type && type != chosen.Type)
        {
            throw S3Exception.InvalidRequest(
                $"The upload was created using the {chosen.Type} checksum mode. The complete request must use the same checksum mode.");
        }
    }

    /// <summary>Whether what the request says of a part's checksum is so.</summary>
    /// <exception cref="S3Exception">It says nothing, and must.</exception>
    public static bool Holds(XElement entry, Part part, StoredChecksum? chosen)
    {
        if (chosen is null)
        {
            return true;
        }

        var said = entry.Element(ChecksumFields.Element(chosen.Algorithm))?.Value;
        if (said is null && chosen.Type == StoredChecksum.Composite)
        {
            throw S3Exception.InvalidRequest(
                $"The upload was created using a {chosen.Algorithm.ToLowerInvariant()} checksum. The complete request must include the "
                + $"checksum for each part. It was missing for part {part.Number} in the request.");
        }

        return said is null || said == part.Checksum;
    }

    /// <summary>Checks what the request that completes the upload says of the whole; the number of parts may be left out.</summary>
    /// <exception cref="S3Exception">It is something else.</exception>
    public static void CheckWhole(S3Request request, StoredChecksum computed)
    {
        if (request.Header(ChecksumFields.Header(computed.Algorithm)) is { } said
            && said != computed.Value && said != computed.Value.Split('-')[0])
        {
            throw new S3Exception(
                400, "BadDigest", $"The {computed.Algorithm.ToLowerInvariant()} you specified did not match the calculated checksum.");
        }
    }

    /// <summary>The checksum of the parts' checksums, with their number behind it.</summary>
    public static StoredChecksum OfParts(StoredChecksum chosen, IReadOnlyList<Part> parts)
    {
        using var checksum = Checksum.Create(chosen.Algorithm);
        foreach (var part in parts)
        {
            checksum.Append(Convert.FromBase64String(part.Checksum!));
        }

        return chosen with { Value = $"{checksum.ToBase64()}-{parts.Count}" };
    }

    /// <summary>The ETag: the MD5 of the parts' MD5s, with their number behind it.</summary>
    public static string ETagOf(IReadOnlyList<Part> parts)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in parts)
        {
            md5.AppendData(Convert.FromHexString(part.Md5));
        }

        return $"\"{Convert.ToHexStringLower(md5.GetHashAndReset())}-{parts.Count}\"";
    }
}
